/**
 * What the engine tests run inside the browser. Float arrays travel as base64, as JSON would take seconds for a grid.
 * Loaded from the tests' own folder, so imports of the site go through its address.
 */
const site = new URL("../", import.meta.url);
const { createEngine, listEngines, chooseEngine } = await import(new URL("js/engines/index.js", site));
const { loadModel } = await import(new URL("js/model_files.js", site));
const { benchmark } = await import(new URL("js/player/engine_panel.js", site));

export { benchmark, chooseEngine, createEngine, listEngines, loadModel };

export function bytesFrom(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export function floatsFrom(text) {
  return new Float32Array(bytesFrom(text).buffer);
}

export function textFrom(numbers) {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

export async function makeEngine(id, path, options) {
  const model = await loadModel(new URL(path, import.meta.url).href);
  return createEngine(id, model, options);
}

/** Runs given fire masks and noise; returns the states after the steps named in `keep`. */
export async function trace({ id, path, options, controls = {}, state, fires, noises, keep }) {
  const engine = await makeEngine(id, path, options);
  engine.setControls(controls);
  engine.setState(floatsFrom(state));
  const cells = engine.width * engine.height;
  const allFires = bytesFrom(fires);
  const allNoises = noises ? floatsFrom(noises) : null;
  const perStep = cells * (engine.channels - 1);
  const states = [];
  for (let step = 0; step < allFires.length / cells; step++) {
    await engine.step({
      fire: allFires.slice(step * cells, (step + 1) * cells),
      noise: allNoises?.slice(step * perStep, (step + 1) * perStep),
    });
    if (keep.includes(step + 1)) states.push(textFrom(await engine.getState()));
  }
  engine.dispose();
  return states;
}

/**
 * Looks into every cell, and lets all fire and then none from the same state; returns what the looks say is added
 * [cells, channels or more], and the states [height, width, channels] after the looks and the two steps.
 */
export async function looks({ path, side, state, controls, draws, noises = [] }) {
  const engine = await makeEngine("live", path, { width: side, height: side });
  engine.setControls(Object.fromEntries(Object.entries(controls).map(([name, text]) => [name, floatsFrom(text)])));
  const cells = side ** 2;
  const start = floatsFrom(state);
  const quiet = noises.map((name) => [name, new Float32Array(cells * (engine.channels - 1))]);
  engine.setState(start);
  const increments = Array.from({ length: cells }, (_, cell) => [...engine.inspect(cell).increment]).flat();
  const states = [textFrom(await engine.getState())];
  for (const fires of [1, 0]) {
    engine.setState(start);
    const masks = draws.map((name) => [name, new Uint8Array(cells).fill(fires)]);
    await engine.step(Object.fromEntries([...masks, ...quiet]));
    states.push(textFrom(await engine.getState()));
  }
  engine.dispose();
  return [textFrom(Float32Array.from(increments)), ...states];
}

/** Calls the engine's methods `[name, ...arguments]` one after the other; returns the state and the pictures drawn. */
export async function act({ id, path, options, state, actions }) {
  const engine = await makeEngine(id, path, options);
  if (state) engine.setState(floatsFrom(state));
  const pictures = [];
  for (const [name, ...values] of actions) {
    if (name === "draw") {
      const image = new ImageData(engine.width, engine.height);
      await engine.draw(image, ...values);
      pictures.push(textFrom(image.data));
    } else if (name === "setImage") {
      await engine.setImage(floatsFrom(values[0]), values[1]);
    } else {
      await engine[name](...values);
    }
  }
  const after = textFrom(await engine.getState());
  const { stepCount } = engine;
  engine.dispose();
  return { state: after, pictures, stepCount };
}

/** Counts the cells that live: mature ones of a pattern, drawn ones of a digit. */
async function countLiving(engine) {
  const state = await engine.getState();
  let living = 0;
  for (let at = engine.family.aliveChannel; at < state.length; at += engine.channels) living += state[at] > engine.aliveThreshold;
  return living;
}

/** Times engines on `patterns` patterns grown for `growth` steps, or on an image; the rounds of all of them are interleaved. */
export async function timeAll({ runs, rounds, growth }) {
  const engines = [];
  for (const { id, path, size, image, kernel, patterns = 1, controls = {} } of runs) {
    const options = { width: size, height: size, randomSeed: 1 };
    const engine = await makeEngine(id, path, { ...options, kernel });
    engine.setControls(Object.fromEntries(Object.entries(controls).map(([name, values]) => [name, floatsFrom(values)])));
    if (image) {
      await engine.setImage(floatsFrom(image));
    } else {
      const grower = await makeEngine("live", path, options);
      const side = Math.ceil(Math.sqrt(patterns));
      const place = (at) => Math.floor(((at + 0.5) * size) / side);
      for (let at = 0; at < patterns; at++) grower.seed(place(at % side), place(Math.floor(at / side)));
      grower.steps(growth);
      engine.setState(await grower.getState());
    }
    engines.push(engine);
  }
  const times = runs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, engine] of engines.entries()) times[i].push(await benchmark(engine, runs[i].steps, 1));
  }
  const results = [];
  for (const [i, engine] of engines.entries()) {
    const sorted = times[i].sort((a, b) => a - b);
    results.push({
      engine: engine.id,
      kernel: engine.kernel?.name ?? engine.backend,
      living: await countLiving(engine),
      ms: sorted[rounds >> 1],
      best_ms: sorted[0],
    });
    engine.dispose();
  }
  return results;
}

/**
 * Draws straight strokes over a grown pattern, as the page's eraser does, and lets it heal after each.
 * @returns {Promise<{undamaged: number, losses: number[], living: number[]}>} the training loss without a stroke and after
 *   each, and the cells that live then
 */
export async function strokes({ path, size, growth, healing, radius, places }) {
  const { distance, loadTarget } = await import(new URL("js/target.js", site));
  const engine = await makeEngine("live", path, { width: size, height: size, randomSeed: 1 });
  const target = await loadTarget(engine.model);
  const after = async (steps) => {
    for (let made = 0; made < steps; made += 50) {
      engine.steps(50);
      await new Promise((done) => setTimeout(done));
    }
    return distance(await engine.getState(), engine, target);
  };
  engine.seed(size / 2, size / 2);
  await after(growth);
  const grown = await engine.getState();
  const undamaged = await after(healing);
  const losses = [];
  const living = [];
  for (const [x0, y0, x1, y1] of places) {
    engine.setState(grown);
    const pieces = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / Math.max(0.35, radius / 3));
    for (let i = 0; i <= pieces; i++) {
      const share = i / pieces;
      engine.erase(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, radius);
    }
    losses.push(await after(healing));
    living.push(await countLiving(engine));
  }
  return { undamaged, losses, living };
}
