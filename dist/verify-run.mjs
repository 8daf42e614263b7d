export { run } from "./usecases.mjs";
