"""Asks TF Serving's REST interface for a picture: python export/clients/rest_client.py NAME --out picture.png.

Needs nothing but Python. A model that wants an image (digits) gets one with --image, any greyscale PNG's worth of
numbers as JSON: a list of rows of values from 0 to 1.
"""

import argparse
import base64
import json
import urllib.error
import urllib.request
from pathlib import Path


def main(argv: list[str] | None = None) -> None:
    """Sends one request, writes one PNG file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name", help="the model's name on the server")
    parser.add_argument("--server", default="http://localhost:8501")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--random-seed", type=int, default=0)
    parser.add_argument("--image", type=Path, help="JSON file with an image, for models that classify")
    parser.add_argument("--out", type=Path, default=Path("picture.png"))
    options = parser.parse_args(argv)

    # Whatever a request leaves out, the server fills in; GET /v1/models/NAME/metadata lists all inputs.
    example = {"steps": options.steps, "random_seed": options.random_seed}
    if options.image:
        example["image"] = json.loads(options.image.read_text())
    body = json.dumps({"signature_name": "render", "instances": [example]}).encode()
    url = f"{options.server}/v1/models/{options.name}:predict"
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=120) as response:
            prediction = json.load(response)["predictions"][0]
    except urllib.error.HTTPError as error:
        raise SystemExit(f"error: {json.load(error)['error']}") from None
    except urllib.error.URLError as error:
        raise SystemExit(f"error: no server at {options.server} ({error.reason}); start it with compose") from None
    options.out.write_bytes(base64.b64decode(prediction["b64"]))
    print(f"{options.out}: {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
