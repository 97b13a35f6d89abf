"""The engine of a manifold's automata, and the network that makes them of codes, compute what Python computes."""

import base64
import json

import numpy as np
import pytest
from engine_calls import floats, run_script, text
from random_manifolds import random_manifold

from export.site import write_site
from nca_tf.families.ncam.page import map_files, read_codes
from nca_tf.files.model_files import save
from training.ncam import engineering

SIZE, STEPS = 16, 12


@pytest.fixture(scope="module", params=["continuous", "dna"])
def manifold(request, files, tmp_path_factory):
    """A small manifold on a site of its own: the model, and its folder there."""
    model = random_manifold(code=request.param, size=SIZE, channels=8, hidden=20, steps=STEPS)
    folder = tmp_path_factory.mktemp("models") / "ncam" / f"small-{request.param}"
    save(model, folder, {"name": folder.name})
    rng = np.random.default_rng(4)
    pictures = np.float32(rng.random((5, SIZE, SIZE, 4)))
    codes = model.encode(pictures).numpy()
    if model.code == "dna":  # of the first four, three share a half of the letters
        codes = rng.integers(0, 4, codes.shape[:2]).astype(np.uint8)
        codes[1:3, ::2] = codes[0, ::2]
    np.save(files / f"{request.param}.npy", pictures[0])
    map_files(codes, pictures, ["2648", "2649", "264a", "264b", "41"], folder)
    write_site([folder], files / request.param, graphs=False)
    return model, read_codes(model, folder)[0], f"{request.param}/ncam/{folder.name}"


def test_an_automaton_runs_as_in_python(blank, files, manifold):
    model, codes, path = manifold
    code = np.eye(4, dtype=np.float32)[codes[0]] if model.code == "dna" else codes[0]
    alone = model.genome(model.hedge(code))
    rng = np.random.default_rng(1)
    fires = rng.random((STEPS, SIZE, SIZE)) < 0.5
    state = alone.seed_state(1, SIZE, SIZE).numpy()
    expected = state
    for fire in fires:
        expected = alone.step(expected, fire[None])
    body = """
      const { loadModel } = await import('./js/model_files.js');
      const { createEngine, chooseEngine } = await import('./js/engines/index.js');
      const model = await loadModel(new URL('./test-files/' + a.path, document.baseURI).href);
      const options = { width: a.size, height: a.size, kernel: a.kernel };
      const engine = await createEngine(chooseEngine(model), model, options);
      engine.seed(a.size / 2, a.size / 2);
      const fires = Uint8Array.from(atob(a.fires), (c) => c.charCodeAt(0));
      const cells = a.size * a.size;
      for (let at = 0; at < fires.length; at += cells) engine.step({ fire: fires.subarray(at, at + cells) });
      const bytes = new Uint8Array((await engine.getState()).buffer);
      return [engine.id, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))];
    """
    for kernel in ("wasm", "plain"):
        given = {"path": path, "size": SIZE, "fires": text(fires.astype(np.uint8)), "kernel": kernel}
        name, found = run_script(blank, files, body, **given)
        assert name == "live"
        np.testing.assert_allclose(floats(found, state.shape[1:]), expected[0], atol=2e-4)


def test_the_network_makes_automata_in_eight_bits(blank, files, manifold):
    model, codes, path = manifold
    whole = np.eye(4, dtype=np.float32)[codes] if model.code == "dna" else codes
    expected = {name: rows.numpy() for name, rows in model.prepare(codes=model.hedge(whole))["weights"].items()}
    body = """
      const { loadModel } = await import('./js/model_files.js');
      const { Manifold } = await import('./js/manifold.js');
      const model = await loadModel(new URL('./test-files/' + a.path, document.baseURI).href);
      const manifold = new Manifold(model);
      await manifold.fetchNetwork();
      const made = manifold.codes.map((code) => manifold.express(code));
      const text = (array) => btoa(Array.from(new Uint8Array(array.buffer), (b) => String.fromCharCode(b)).join(''));
      return made.map((one) => Object.fromEntries(Object.entries(one).map(([name, array]) => [name, text(array)])));
    """
    found = run_script(blank, files, body, path=path)
    assert len(found) == 5
    for name, rows in expected.items():
        for number, row in enumerate(rows):
            array = np.frombuffer(base64.b64decode(found[number][name]), np.float32).reshape(row.shape)
            assert np.linalg.norm(array - row) < 0.02 * np.linalg.norm(row), name


def test_a_picture_without_alpha_is_drawn_as_it_is(blank, files, tmp_path):
    model = random_manifold(colours=3, size=8, channels=8, hidden=12)
    save(model, tmp_path / "ncam" / "rgb", {"name": "rgb"})
    pictures = np.zeros((2, 8, 8, 3), np.float32)
    map_files(model.encode(pictures).numpy(), pictures, ["41", "42"], tmp_path / "ncam" / "rgb")
    write_site([tmp_path / "ncam" / "rgb"], files / "rgb", graphs=False)
    body = """
      const { loadModel } = await import('./js/model_files.js');
      const { createEngine, chooseEngine } = await import('./js/engines/index.js');
      const model = await loadModel(new URL('./test-files/' + a.path, document.baseURI).href);
      const engine = await createEngine(chooseEngine(model), model, { width: 4, height: 4 });
      engine.writeState(Float32Array.from({ length: 4 * 4 * 8 }, (_, at) => (at % 8 === 3 ? -5 : at / 128)));
      const image = new ImageData(4, 4);
      await engine.draw(image);
      return Array.from(image.data);
    """
    pixels = np.reshape(run_script(blank, files, body, path="rgb/ncam/rgb"), (16, 4))
    expected = 255 * (np.arange(16)[:, None] * 8 + np.arange(3)) / 128
    np.testing.assert_allclose(pixels[:, :3], expected, atol=0.51)
    assert (pixels[:, 3] == 255).all()


def test_the_encoder_comes_when_it_is_asked_for(blank, files, manifold):
    """Again, where it did not come the first time. Letters take any numbers, for all of which e^x is too large too."""
    model, _, path = manifold
    picture = np.load(files / f"{model.code}.npy")
    expected = model.encode(picture[None])[0].numpy()
    body = """
      const { loadModel } = await import('./js/model_files.js');
      const { Manifold } = await import('./js/manifold.js');
      const model = await loadModel(new URL('./test-files/' + a.path, document.baseURI).href);
      const manifold = new Manifold(model);
      await manifold.fetchNetwork();
      const before = manifold.weights.has('encoder/first/kernel');
      const picture = m.floatsFrom(a.picture);
      const { fetch } = globalThis;
      globalThis.fetch = async () => new Response('', { status: 503 });
      const refused = await manifold.encode(picture).then(() => '', (error) => error.message);
      Object.assign(globalThis, { fetch });
      const codes = [await manifold.encode(picture)];
      manifold.weights.get('letters/last/bias')?.data.forEach((_, at, bias) => { bias[at] += 100; });
      codes.push(await manifold.encode(picture));
      return [before, refused, ...codes.map(m.textFrom)];
    """
    before, refused, *found = run_script(blank, files, body, path=path, picture=text(picture))
    assert not before and "503" in refused
    for code in found:
        assert np.linalg.norm(floats(code, expected.shape) - expected) < 0.03 * np.linalg.norm(expected)


def test_the_site_has_eight_bits_and_the_encoder_apart(files, manifold):
    model, _, path = manifold
    folder = files / path
    meta = json.loads((folder / "meta.json").read_text())
    arrays = [array["name"] for array in meta["weights"]["arrays"]]
    assert arrays == ["dense1/kernel", "dense1/bias", "dense2/kernel", "dense2/bias"]
    names = [array["name"] for array in meta["manifold"]["network"]["arrays"]]
    assert not any(name.startswith("encoder") for name in names)
    kernels = sum(np.prod(w.shape) for n, w in model.named_weights().items() if n in names and len(w.shape) == 2)
    assert (folder / "network.bin").stat().st_size < 1.6 * kernels + 20000


def test_letters_in_common_are_those_of_python(blank, files, manifold):
    model, codes, path = manifold
    if model.code != "dna":
        pytest.skip("codes of numbers have no letters")
    whole = np.eye(4, dtype=np.float32)[codes]
    inside, threshold = [0, 1, 2, 3], 0.5
    letters = engineering.common_letters(whole[inside], threshold)
    expected = engineering.injected(whole[4:], letters)[0]
    body = """
      const { loadModel } = await import('./js/model_files.js');
      const { Manifold } = await import('./js/manifold.js');
      const manifold = new Manifold(await loadModel(new URL('./test-files/' + a.path, document.baseURI).href));
      await manifold.fetchNetwork();
      const letters = manifold.commonLetters(a.inside, a.threshold);
      const code = manifold.withLetters(manifold.codes[4], letters);
      const text = (array) => btoa(Array.from(new Uint8Array(array.buffer), (b) => String.fromCharCode(b)).join(''));
      return [text(letters), text(code), manifold.groups];
    """
    found, code, groups = run_script(blank, files, body, path=path, inside=inside, threshold=threshold)
    assert 0 < letters.sum() < len(letters)
    np.testing.assert_array_equal(floats(found, letters.shape), letters)
    np.testing.assert_array_equal(floats(code, expected.shape), expected)
    assert groups == {"zodiac signs": inside}
