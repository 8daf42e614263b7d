export { connect } from "./google-kms.mjs";
