import { require_src } from "./vendor-google-gax_kms_secret-manager.mjs";
export default require_src();
export {};
