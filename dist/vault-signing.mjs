export { vaultKeyService } from "./vault-sign.mjs";
