export { secp256k1 } from "./vendor-noble.mjs";
