import { require_dist_cjs } from "./vendor-aws-sts.mjs";
export default require_dist_cjs();
export {};
