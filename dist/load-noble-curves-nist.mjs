export { p256, p384, p521 } from "./vendor-noble-curves.mjs";
