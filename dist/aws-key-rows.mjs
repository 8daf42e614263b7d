export { AWS_KEY_ROWS } from "./aws-kms.mjs";
