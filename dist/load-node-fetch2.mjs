import { init_multipart_parser, toFormData } from "./vendor-google.mjs";
init_multipart_parser();
export { toFormData };
