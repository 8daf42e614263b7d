export { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "./vendor-jose.mjs";
