export { secp256k1 } from "./vendor-noble-curves.mjs";
