import { Bowser, init_bowser, parse } from "./vendor-aws-2.mjs";
init_bowser();
export { Bowser as default, parse };
