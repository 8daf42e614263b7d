export { vaultPublicKey } from "./vault-transit.mjs";
