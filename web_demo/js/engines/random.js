/** Random numbers for fire masks and noise: fast, and repeatable when a test gives the seed. */

/** xorshift128 (Marsaglia 2003): period 2^128 - 1, far better than needed for deciding which cells fire. */
export class Random {
  /** @param {number} [seed] whole number; without one, every visit differs */
  constructor(seed = Math.floor(Math.random() * 2 ** 32)) {
    this.words = Int32Array.of(seed | 0, 0x6c078965, 0x3c6ef372, 0x1b873593);
    this.spare = NaN;
    for (let i = 0; i < 20; i++) this.bits();
  }

  /** @returns {number} 32 random bits as a signed integer */
  bits() {
    const words = this.words;
    let mixed = words[3];
    const oldest = words[0];
    mixed ^= mixed << 11;
    mixed ^= mixed >>> 8;
    words[3] = words[2];
    words[2] = words[1];
    words[1] = oldest;
    words[0] = mixed ^ oldest ^ (oldest >>> 19);
    return words[0];
  }

  /** @returns {number} uniform in [0, 1) */
  uniform() {
    return (this.bits() >>> 0) / 2 ** 32;
  }

  /** @returns {number} standard normal (polar Box-Muller, which gives two at a time) */
  normal() {
    if (!Number.isNaN(this.spare)) {
      const value = this.spare;
      this.spare = NaN;
      return value;
    }
    let x;
    let y;
    let square;
    do {
      x = 2 * this.uniform() - 1;
      y = 2 * this.uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    this.spare = y * factor;
    return x * factor;
  }
}
