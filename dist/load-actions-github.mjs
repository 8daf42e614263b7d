export { getOctokit } from "./vendor-actions-github.mjs";
