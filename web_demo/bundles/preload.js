{
const { search } = new URL(document.currentScript.src);
const asked = location.hash.replace(/^#\/?/, "").split("?")[0];
const page = ['adversaries', 'digits', 'growing', 'home', 'manifold', 'perturbation', 'takeover'].includes(asked) ? asked : "home";
const link = document.createElement("link");
document.head.append(Object.assign(link, { rel: "modulepreload", href: "bundles/pages-" + page + ".js" + search }));
globalThis.ncaIndex = fetch("models/index.json", { cache: "no-cache" });
}
