/**
 * A host some of whose cells are adversaries: cells, pictures and life are the host's; there is a rule more, and a mask
 * that says whose each cell is.
 */
import { EXPORT_AGAIN, ModelError, shown } from "../formats/model_error.js";
import { growing } from "./growing.js";
import { prefixed } from "./members.js";
import { mnist } from "./mnist.js";

/** By the family of the host. */
const HOSTS = { growing, mnist };
const LIVE = {
  growing: async () => (await import("../engines/live_adversarial_growing.js")).LiveAdversarialGrowing,
  mnist: async () => (await import("../engines/live_adversarial_digits.js")).LiveAdversarialDigits,
};

/** The rules' own arguments, as Python saved them; both see the same neighbourhoods. */
function argumentsOf(meta, name) {
  const own = meta[name]?.arguments;
  if (typeof own !== "object" || own === null) {
    throw new ModelError(
      `meta.json says nothing of the ${name}`, "its family and arguments were expected", EXPORT_AGAIN,
    );
  }
  return own;
}

/** @param {object} meta a model's @returns {import("./index.js").Family} */
export function adversarial(meta) {
  const kind = meta.host?.family;
  if (typeof kind !== "string" || !Object.hasOwn(HOSTS, kind)) {
    throw new ModelError(
      `meta.json has a host of the family ${shown(kind)}`, `one of ${Object.keys(HOSTS).join(", ")} was expected`,
      EXPORT_AGAIN,
    );
  }
  const host = HOSTS[kind];
  return {
    ...host,
    kind,
    settings: () => argumentsOf(meta, "host"),
    check(whole) {
      host.check(whole);
      const [own, theirs] = ["host", "adversary"].map((name) => argumentsOf(meta, name));
      host.check({ ...whole, ...own });
      host.check({ ...whole, ...theirs });
      for (const key of ["channels", "kernel_size"]) {
        if (own[key] !== theirs[key] || own[key] !== whole[key]) {
          throw new ModelError(
            `host and adversary have ${key} ${shown(own[key])} and ${shown(theirs[key])}`,
            "the same for both was expected", EXPORT_AGAIN,
          );
        }
      }
    },
    arrays: () => ({
      ...prefixed("host", host.arrays(argumentsOf(meta, "host"))),
      ...prefixed("adversary", host.arrays(argumentsOf(meta, "adversary"))),
    }),
    /** Nobody is an adversary yet. */
    controls: { ...host.controls, adversaries: ({ width, height }) => new Float32Array(width * height) },
    live: LIVE[kind],
  };
}
