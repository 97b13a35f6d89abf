"""Asks TF Serving over gRPC for a picture: python export/clients/grpc_client.py NAME --out picture.png --steps 200.

Needs tensorflow and tensorflow-serving-api. For a model that classifies, --image names a .npy file, float32 [28, 28].
"""

import argparse
from pathlib import Path

import grpc
import numpy as np
import tensorflow as tf
from tensorflow_serving.apis import predict_pb2, prediction_service_pb2_grpc


def main(argv: list[str] | None = None) -> None:
    """Sends one request, writes one PNG file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name", help="the model's name on the server")
    parser.add_argument("--server", default="localhost:8500")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--random-seed", type=int, default=0)
    parser.add_argument("--image", type=Path, help=".npy file with an image, for models that classify")
    parser.add_argument("--out", type=Path, default=Path("picture.png"))
    options = parser.parse_args(argv)

    request = predict_pb2.PredictRequest()
    request.model_spec.name = options.name
    request.model_spec.signature_name = "render"
    # Whatever a request leaves out, the server fills in; each input has one entry for every example.
    request.inputs["steps"].CopyFrom(tf.make_tensor_proto(np.int32([options.steps])))
    request.inputs["random_seed"].CopyFrom(tf.make_tensor_proto(np.int32([options.random_seed])))
    if options.image:
        image = np.load(options.image, allow_pickle=False).astype(np.float32)
        request.inputs["image"].CopyFrom(tf.make_tensor_proto(image[None]))
    with grpc.insecure_channel(options.server) as channel:
        service = prediction_service_pb2_grpc.PredictionServiceStub(channel)
        try:
            answer = service.Predict(request, timeout=120)
        except grpc.RpcError as error:
            raise SystemExit(f"error: {error.details()}") from None
    options.out.write_bytes(tf.make_ndarray(answer.outputs["png_bytes"])[0])
    print(f"{options.out}: {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
