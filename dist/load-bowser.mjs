import { Bowser, init_bowser, parse } from "./vendor-aws-kms_sts.mjs";
init_bowser();
export { Bowser as default, parse };
