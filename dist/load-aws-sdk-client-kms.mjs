import { require_dist_cjs } from "./vendor-aws-kms.mjs";
export default require_dist_cjs();
export {};
