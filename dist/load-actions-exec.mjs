export { exec } from "./vendor-actions-exec.mjs";
