/** Models made of others (a host and what changes it, several rules), whose arrays are named `<member>/<array>`. */

/**
 * @param {string} member
 * @param {Object<string, number[]>} arrays shapes by name
 * @returns {Object<string, number[]>}
 */
export const prefixed = (member, arrays) => Object.fromEntries(
  Object.entries(arrays).map(([name, shape]) => [`${member}/${name}`, shape]),
);
