"""Stands in for TF Serving in tests: loads a version with the session loader, answers REST and gRPC requests.

It follows the server's documented behaviour: inputs left out are taken from the signature's default values, rows of
"instances" are stacked, a single output is given bare, outputs that end in _bytes are base64 objects.
"""

import base64
import contextlib
import json
import threading
from concurrent import futures
from http.server import BaseHTTPRequestHandler, HTTPServer

import grpc
import numpy as np
import tensorflow as tf
from tensorflow_serving.apis import predict_pb2, prediction_service_pb2_grpc


class LoadedVersion:
    """One version, as the server's session holds it."""

    def __init__(self, folder):
        self.session = tf.compat.v1.Session(graph=tf.Graph())
        with self.session.graph.as_default():
            meta_graph = tf.compat.v1.saved_model.loader.load(self.session, ["serve"], str(folder))
        self.signatures = meta_graph.signature_def

    def predict(self, request):
        """Answers a PredictRequest with a PredictResponse."""
        signature = self.signatures[request.model_spec.signature_name or "serving_default"]
        inputs = {**signature.defaults, **request.inputs}
        assert inputs.keys() == signature.inputs.keys(), "input size does not match signature"
        feeds = {info.name: tf.make_ndarray(inputs[name]) for name, info in signature.inputs.items()}
        answer = self.session.run({name: info.name for name, info in signature.outputs.items()}, feeds)
        response = predict_pb2.PredictResponse()
        for name, value in answer.items():
            response.outputs[name].CopyFrom(tf.make_tensor_proto(value))
        return response

    def predict_json(self, document):
        """Answers the row form of the REST interface."""
        request = predict_pb2.PredictRequest()
        request.model_spec.signature_name = document.get("signature_name", "serving_default")
        signature = self.signatures[request.model_spec.signature_name]
        for name in document["instances"][0]:
            dtype = tf.dtypes.as_dtype(signature.inputs[name].dtype).as_numpy_dtype
            rows = np.array([instance[name] for instance in document["instances"]], dtype)
            request.inputs[name].CopyFrom(tf.make_tensor_proto(rows))
        outputs = {name: tf.make_ndarray(value) for name, value in self.predict(request).outputs.items()}
        rows = [
            {name: _json_value(name, value[row]) for name, value in outputs.items()}
            for row in range(len(next(iter(outputs.values()))))
        ]
        return {"predictions": [next(iter(row.values())) if len(row) == 1 else row for row in rows]}


def _json_value(name, value):
    if name.endswith("_bytes"):
        return {"b64": base64.b64encode(value).decode()}
    return value.tolist()


@contextlib.contextmanager
def rest_server(version):
    """Serves on a free port of this machine; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            document = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            try:
                status, answer = 200, version.predict_json(document)
            except tf.errors.InvalidArgumentError as error:
                status, answer = 400, {"error": error.message}
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextlib.contextmanager
def grpc_server(version):
    """Serves on a free port of this machine; gives the address."""

    class Service(prediction_service_pb2_grpc.PredictionServiceServicer):
        def Predict(self, request, context):  # noqa: N802
            try:
                return version.predict(request)
            except tf.errors.InvalidArgumentError as error:
                context.abort(grpc.StatusCode.INVALID_ARGUMENT, error.message)

    server = grpc.server(futures.ThreadPoolExecutor(1))
    prediction_service_pb2_grpc.add_PredictionServiceServicer_to_server(Service(), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield f"127.0.0.1:{port}"
    finally:
        server.stop(None).wait()
