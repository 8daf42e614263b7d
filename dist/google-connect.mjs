export { connect } from "./google-secrets.mjs";
