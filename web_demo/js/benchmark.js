/** Times an engine. */

/**
 * @param {import("./engines/engine.js").Engine} engine keeps running from the state it has
 * @param {number} [steps] to time, after a tenth as many for warming up
 * @param {number} [rounds] the time is their median, so that one interruption does not count
 * @returns {Promise<{engine: string, width: number, height: number, steps: number, msPerStep: number, stepsPerSecond:
 *   number}>}
 */
export async function benchmark(engine, steps = 100, rounds = 5) {
  const run = async (count) => {
    await engine.steps(count);
    await engine.finish();
  };
  await run(Math.ceil(steps / 10));
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run(steps);
    times.push((performance.now() - start) / steps);
  }
  const msPerStep = times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
  return {
    engine: engine.id,
    width: engine.width,
    height: engine.height,
    steps,
    msPerStep,
    stepsPerSecond: 1000 / msPerStep,
  };
}
