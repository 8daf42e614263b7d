export { getOctokit } from "./vendor-github.mjs";
