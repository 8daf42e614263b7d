export { CryptographyClient, KeyClient } from "./vendor-azure-keys.mjs";
