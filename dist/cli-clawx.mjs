export { clawx } from "./cli.mjs";
