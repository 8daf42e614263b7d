import { require_dist } from "./vendor-azure-identity_keys-google-auth_gax_kms_secret-manager.mjs";
export default require_dist();
export {};
