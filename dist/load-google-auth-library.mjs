import { require_src } from "./vendor-google-auth_gax_kms_secret-manager.mjs";
export default require_src();
export {};
