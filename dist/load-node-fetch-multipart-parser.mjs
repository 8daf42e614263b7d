import { init_multipart_parser, toFormData } from "./vendor-google-auth_gax_kms_secret-manager.mjs";
init_multipart_parser();
export { toFormData };
