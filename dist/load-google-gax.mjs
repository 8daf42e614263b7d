import { require_src } from "./vendor-google-3.mjs";
export default require_src();
export {};
