/**
 * The toy family of test_engines_toy.py for living cells: the whole of what a family of two rules, a mask and a matrix takes.
 * A cell's state is mapped by the matrix; then the host adds what it would, but where the mask says so, a guest of its own
 * weights and fire mask does.
 */
const js = new URL("../js/", import.meta.url);
const { FAMILIES } = await import(new URL("families/index.js", js));
const { LiveGrowing } = await import(new URL("engines/live_growing.js", js));

export class LiveToy extends LiveGrowing {
  describeRules() {
    return ["host", "guest"].map((rule) => this.sobelRule({ layers: [`${rule}/dense1`, `${rule}/dense2`], draw: `${rule}_fire` }));
  }

  share(rule, cell) {
    return rule === 1 ? this.controls.mask[cell] : 1 - this.controls.mask[cell];
  }

  step(given) {
    const { channels, controls: { matrix } } = this;
    const mapped = new Float32Array(channels);
    this.mapLiving((floats, at) => {
      for (let to = 0; to < channels; to++) {
        let sum = 0;
        for (let from = 0; from < channels; from++) sum += floats[at + from] * matrix[from * channels + to];
        mapped[to] = Math.min(3, Math.max(-3, sum));
      }
      floats.set(mapped, at);
    });
    super.step(given);
  }
}

const identity = ({ channels }) => Float32Array.from({ length: channels ** 2 }, (_, at) => (at % (channels + 1) === 0 ? 1 : 0));
FAMILIES.toy = {
  ...FAMILIES.growing,
  check: () => {},
  arrays: ({ weights }) => Object.fromEntries(weights.arrays.map(({ name, shape }) => [name, shape])),
  controls: { fire_rate: 1, mask: ({ width, height }) => new Float32Array(width * height), matrix: identity },
  live: async () => LiveToy,
};
