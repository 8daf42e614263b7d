import "./rolldown-runtime.mjs";
import { announcedSubjects, maskValue, parseEvents, workspace } from "./runner.mjs";
import { ClawError, KEYLESS, isAlgorithm, isExampleKey, parseEndpoint, parseKeyUri, printable } from "./core.mjs";
import { choiceInput, listInput, optionalInput, requiredInput } from "./runner-inputs.mjs";
import { parseFileDestination } from "./evidence.mjs";
import { cloudInputs } from "./cloud-inputs.mjs";
// packages/signing/src/witness-inputs.ts
function authority(text, input) {
	return text === "public" || text === "github" ? text : parseEndpoint(text, input);
}
function timestampAuthorities() {
	const lines = listInput("timestamp-authority");
	if (lines.length === 0) return void 0;
	if (!lines.includes("none")) return lines.map((line) => authority(line, "timestamp-authority"));
	if (lines.length > 1) throw new ClawError("INPUT_INVALID", "Input timestamp-authority: none stands alone.");
	return [];
}
function log() {
	const text = optionalInput("transparency-log");
	return text === void 0 || text === "none" || text === "public" ? text : parseEndpoint(text, "transparency-log");
}
function logVersion() {
	if (optionalInput("transparency-log-version") === void 0) return void 0;
	return choiceInput("transparency-log-version", ["1", "2"], "2") === "1" ? 1 : 2;
}
/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
function witnessInputs() {
	const certificate = optionalInput("certificate-authority");
	return {
		certificateAuthority: certificate === void 0 ? void 0 : authority(certificate, "certificate-authority"),
		timestampAuthorities: timestampAuthorities(),
		log: log(),
		logVersion: logVersion(),
		allowPublicLog: choiceInput("allow-public-log", ["true", "false"], "false") === "true",
		signingConfig: optionalInput("signing-config")
	};
}
// packages/signing/src/inputs.ts
function parseAlgorithm(text, input) {
	if (isAlgorithm(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is no algorithm of the key table.`);
}
/** Asked for the key of the documentation, a service would answer as to somebody without permission. */
function parseKey(text) {
	if (!isExampleKey(text)) return text === "keyless" ? KEYLESS : parseKeyUri(text, "key");
	throw new ClawError("KEY_URI_INVALID", `Input key: "${printable(text)}" is the example of the documentation.`, { remedy: "Put the URI of your own key in its place, as docs/keys.md shows for your service." });
}
/** What is said of a key that no key service holds would be ignored. */
function checkKeyless(algorithm, { keyEndpoint, credentials }) {
	const refuse = (why) => new ClawError("INPUT_INVALID", `Input ${why}.`, { remedy: "Remove that input." });
	if (algorithm !== void 0) throw refuse("key-algorithm: the key of key: keyless is always ecdsa-p256-sha256");
	if (keyEndpoint !== void 0) throw refuse("key-endpoint: key: keyless asks no key service");
	if (credentials === "ambient") throw refuse("credentials: key: keyless is certified for the identity of the job alone");
}
/** Reads and checks what it takes to sign in `root`. Throws a ClawError that names the input. */
function signerInputs(root) {
	const key = requiredInput("key");
	const algorithm = optionalInput("key-algorithm");
	const cloud = cloudInputs();
	if (key === "keyless") checkKeyless(algorithm, cloud);
	return {
		workspace: root,
		key: parseKey(key),
		keyAlgorithm: algorithm === void 0 ? void 0 : parseAlgorithm(algorithm, "key-algorithm"),
		cloud,
		witnesses: witnessInputs(),
		destination: parseFileDestination(optionalInput("push-to") ?? "file:", root, "push-to"),
		allowEvents: parseEvents(listInput("allow-events"), "allow-events")
	};
}
/** Reads and checks them all before anything is done. Throws a ClawError that names the input. */
function signingInputs() {
	return {
		...signerInputs(workspace()),
		sources: {
			artifacts: listInput("artifacts"),
			images: listInput("images"),
			checksums: optionalInput("checksums"),
			announced: announcedSubjects()
		}
	};
}
// packages/signing/src/provenance-inputs.ts
const GITHUB_API = "https://api.github.com";
/** Reads the inputs of provenance. */
function provenanceInputs() {
	const githubToken = optionalInput("github-token");
	if (githubToken !== void 0) maskValue(githubToken);
	return {
		githubToken,
		githubApi: parseEndpoint(optionalInput("github-api") ?? GITHUB_API, "github-api")
	};
}
export { provenanceInputs, signerInputs, signingInputs };
