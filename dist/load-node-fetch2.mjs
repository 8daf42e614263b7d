import { init_multipart_parser, toFormData } from "./vendor-google-4.mjs";
init_multipart_parser();
export { toFormData };
