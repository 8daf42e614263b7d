import "./rolldown-runtime.mjs";
import { array, check as check$2, custom, getDotPath, length, maxLength, minLength, nonEmpty, nullish, object, optional, picklist, pipe, rawTransform, record, regex, safeParse, strictObject, string, transform } from "./vendor-valibot.mjs";
import { constants, createHash, createPublicKey, publicDecrypt, timingSafeEqual, verify } from "node:crypto";
// packages/core/src/errors/input-errors.ts
const INPUT_ERRORS = {
	INPUT_MISSING: {
		exit: 2,
		meaning: "A required input is absent or empty.",
		remedy: "Set the named input."
	},
	INPUT_INVALID: {
		exit: 2,
		meaning: "An input has a value that its grammar does not allow.",
		remedy: "Correct the named input."
	},
	ENDPOINT_INSECURE: {
		exit: 2,
		meaning: "An endpoint is neither https nor loopback, or carries credentials, a query or a fragment.",
		remedy: "Use an https URL."
	}
};
// packages/core/src/errors/host-errors.ts
const HOST_ERRORS = {
	RUNNER_CONTRACT: {
		exit: 2,
		meaning: "The step does not run under a GitHub Actions runner, or the runner left out something it always gives.",
		remedy: "Run it as a step of a GitHub Actions workflow."
	},
	EVENT_REFUSED: {
		exit: 2,
		meaning: "Strangers may have started the run, so it gets neither a key nor a secret.",
		remedy: "Run the step on push, in the merge queue or by hand, or name the event in allow-events."
	},
	EVENT_MISMATCH: {
		exit: 2,
		meaning: "The event file of the runner disagrees with the platform or with the OIDC token, or lacks what such an event has.",
		remedy: "Find out which step or process changed it."
	},
	COMMAND_FAILED: {
		exit: 1,
		meaning: "The script that was given the secret ended with an error.",
		remedy: "Read its output above."
	},
	STEP_FILES_CHANGED: {
		exit: 1,
		meaning: "The script that was given the secret wrote to files in which the step answers the runner, or locked or removed them; they were put back, unless the message says otherwise.",
		remedy: "Set outputs, variables and the summary in a step that holds no secret."
	},
	GITHUB_FAILED: {
		exit: 3,
		meaning: "The GitHub API failed, was throttled or did not answer in time.",
		remedy: "Run again later."
	},
	GITHUB_FORBIDDEN: {
		exit: 2,
		meaning: "The GitHub token may not do what was asked.",
		remedy: "Grant the token the permission to read the run (\"permissions: actions: read\")."
	},
	INTERNAL: {
		exit: 3,
		meaning: "A mistake of ours: something failed that should have a code of its own.",
		remedy: "Report it with the name of the action and its version."
	}
};
// packages/core/src/errors/subject-errors.ts
const SUBJECT_ERRORS = {
	ARTIFACT_NOT_FOUND: {
		exit: 2,
		meaning: "A pattern matched no file, or a named file does not exist.",
		remedy: "Correct the pattern, or build the artifact before this step."
	},
	ARTIFACT_REFUSED: {
		exit: 2,
		meaning: "A path is not a regular file inside the workspace, its name cannot be shown safely, or the gate found it beside the artifacts and nothing selects it.",
		remedy: "Name regular files inside the workspace, with plain names; keep what is deployed in a folder of its own."
	},
	ARTIFACT_CHANGED: {
		exit: 2,
		meaning: "A file changed while it was read.",
		remedy: "Finish writing artifacts before this step; look for a background process."
	},
	ARTIFACT_UNREADABLE: {
		exit: 2,
		meaning: "A file could not be read.",
		remedy: "Check the permissions of the file."
	},
	SUBJECT_DUPLICATE: {
		exit: 2,
		meaning: "Two subjects have the same name once case and Unicode form are ignored, or one has two digests.",
		remedy: "Rename one of them, or name the one that is meant."
	},
	SUBJECT_MISSING: {
		exit: 2,
		meaning: "Nothing is named: neither an artifact nor an image nor a checksums file.",
		remedy: "Name what to work on in artifacts, images or checksums."
	},
	SUBJECT_LIMIT: {
		exit: 2,
		meaning: "There are more subjects than one run takes.",
		remedy: "Name fewer artifacts, or split them over several steps."
	},
	CHECKSUMS_INVALID: {
		exit: 2,
		meaning: "A line of the checksums is not a checksum line or not UTF-8, or there is none at all.",
		remedy: "Use the output of sha256sum, one \"digest  name\" per line."
	},
	CHECKSUM_MISMATCH: {
		exit: 1,
		meaning: "A file does not have the digest that the checksums list for it.",
		remedy: "Do not deploy it; find out whether the file or the list was replaced."
	},
	DIGEST_INVALID: {
		exit: 2,
		meaning: "A digest is not lower-case hexadecimal of the right length.",
		remedy: "Write sha256: and 64 lower-case hexadecimal digits."
	}
};
// packages/core/src/errors/identity-errors.ts
const IDENTITY_ERRORS = {
	OIDC_UNAVAILABLE: {
		exit: 2,
		meaning: "The job has no OIDC identity.",
		remedy: "Add \"permissions: id-token: write\" to the job; workflows of a fork get none."
	},
	OIDC_HOST_REFUSED: {
		exit: 2,
		meaning: "The token request URL is not a host of the expected issuer.",
		remedy: "Set oidc-issuer to the issuer of your GitHub instance; find out who changed the variable."
	},
	OIDC_REQUEST_FAILED: {
		exit: 3,
		meaning: "The runner could not get an OIDC token.",
		remedy: "Run again later."
	},
	OIDC_TOKEN_INVALID: {
		exit: 2,
		meaning: "The OIDC token does not verify, or a claim is missing or wrong.",
		remedy: "Check oidc-issuer and the audience of the token."
	},
	OIDC_KEYS_UNAVAILABLE: {
		exit: 3,
		meaning: "The keys of the OIDC issuer could not be fetched.",
		remedy: "Run again later."
	}
};
// packages/core/src/errors/credential-errors.ts
const CREDENTIAL_ERRORS = {
	CREDENTIALS_MISSING: {
		exit: 2,
		meaning: "No way to authenticate to the service was given, or the machine has no credentials.",
		remedy: "Set the inputs of one way to authenticate, or log the machine in and set credentials: ambient."
	},
	CREDENTIALS_REFUSED: {
		exit: 2,
		meaning: "The cloud refused to exchange the identity of the job.",
		remedy: "Compare the trust condition of the cloud with the sub of the job."
	},
	CREDENTIALS_FAILED: {
		exit: 3,
		meaning: "The token exchange failed, was throttled or did not answer in time.",
		remedy: "Run again later."
	},
	SERVICE_REFUSED: {
		exit: 2,
		meaning: "A service does not serve this job, whatever its permissions: it is switched off, not paid for, behind a firewall or a perimeter, or at another address.",
		remedy: "Ask whoever administers the project, the account or the network to let the job in."
	},
	CLOCK_SKEWED: {
		exit: 2,
		meaning: "A service refuses the time of a request or a token, because the clock of this machine is wrong.",
		remedy: "Set the clock of the runner by NTP, and run again."
	}
};
// packages/core/src/errors/key-errors.ts
const KEY_ERRORS = {
	KEY_URI_INVALID: {
		exit: 2,
		meaning: "A key URI does not follow the grammar of its scheme.",
		remedy: "Write the URI of the key as docs/keys.md has it for its service, or keyless."
	},
	KEY_NOT_FOUND: {
		exit: 2,
		meaning: "The key or the key version does not exist, or may not be seen.",
		remedy: "Check the URI, and that the identity may view the key."
	},
	KEY_FORBIDDEN: {
		exit: 2,
		meaning: "The identity may not use the key.",
		remedy: "Grant the identity of the job the permission to sign with the key and to see its public half."
	},
	KEY_UNUSABLE: {
		exit: 2,
		meaning: "The key version is disabled, destroyed or not made for signing.",
		remedy: "Enable the version or name another one."
	},
	KEY_ALGORITHM_UNSUPPORTED: {
		exit: 2,
		meaning: "The algorithm of the key cannot be used for this signature.",
		remedy: "Use a key with one of the algorithms in the documentation."
	},
	KEY_CHANGED: {
		exit: 2,
		meaning: "The service answered for another key, version or algorithm than the one that was pinned.",
		remedy: "Find out who moved the key before running again."
	},
	KEY_MESSAGE_TOO_LARGE: {
		exit: 2,
		meaning: "The key signs whole messages and the message is over its limit.",
		remedy: "Name fewer artifacts, or use a key that signs digests."
	},
	SIGNATURE_CORRUPT: {
		exit: 3,
		meaning: "A signature or a response of the key service fails its checksum, or does not verify with the pinned public key.",
		remedy: "Run again; if it repeats, treat the key service or the path to it as compromised."
	},
	KMS_FAILED: {
		exit: 3,
		meaning: "The key service failed, was throttled or did not answer in time.",
		remedy: "Run again later."
	}
};
// packages/core/src/errors/predicate-errors.ts
const PREDICATE_ERRORS = { PREDICATE_INVALID: {
	exit: 2,
	meaning: "The predicate is not a JSON object of an allowed size and depth, or would override what the platform vouches for.",
	remedy: "Correct the predicate file or the predicate type."
} };
// packages/core/src/errors/witness-errors.ts
const WITNESS_ERRORS = {
	CERTIFICATE_REFUSED: {
		exit: 2,
		meaning: "The certificate authority refused to certify the identity of the job.",
		remedy: "Check certificate-authority, and that it trusts the issuer of the token of the job."
	},
	CERTIFICATE_FAILED: {
		exit: 3,
		meaning: "The certificate authority failed, was throttled, or gave a certificate for another key or identity.",
		remedy: "Run again; if it repeats, look at the authority and at the clock of the runner."
	},
	TIMESTAMP_FAILED: {
		exit: 3,
		meaning: "A timestamp authority failed, or answered for other bytes than it was asked for.",
		remedy: "Run again later, or name another authority in timestamp-authority."
	},
	LOG_REFUSED: {
		exit: 2,
		meaning: "The transparency log does not take this entry.",
		remedy: "Use an algorithm that the log knows, another log, or transparency-log: none."
	},
	LOG_FAILED: {
		exit: 3,
		meaning: "The transparency log failed, was throttled, or answered with an entry that does not verify.",
		remedy: "Run again later."
	},
	PUBLIC_LOG_REFUSED: {
		exit: 2,
		meaning: "A private repository would be written to a public log.",
		remedy: "Use a log of your own, or set allow-public-log: true once its owners agree."
	}
};
// packages/core/src/errors/bundle-errors.ts
const BUNDLE_ERRORS = {
	JSON_INVALID: {
		exit: 2,
		meaning: "A document is not JSON, has a duplicate key, or is over the limits of size and depth.",
		remedy: "Make the document again with the tool that wrote it."
	},
	BUNDLE_INVALID: {
		exit: 1,
		meaning: "A document is not a Sigstore bundle of a known version, nor a DSSE envelope.",
		remedy: "Sign the artifact again."
	},
	STATEMENT_INVALID: {
		exit: 1,
		meaning: "The payload is not an in-toto statement.",
		remedy: "Sign the artifact again."
	},
	SIGNATURE_INVALID: {
		exit: 1,
		meaning: "A signature does not verify with the key it names.",
		remedy: "Do not use the artifact; find out where the bundle comes from."
	},
	KEY_UNTRUSTED: {
		exit: 1,
		meaning: "No trusted key made the signature.",
		remedy: "Sign with a key that the policy trusts, or add the key to the policy after a review."
	},
	CERTIFICATE_INVALID: {
		exit: 1,
		meaning: "A certificate cannot be read, or lacks what a signing certificate has.",
		remedy: "Sign the artifact again."
	},
	CERTIFICATE_UNTRUSTED: {
		exit: 1,
		meaning: "A certificate does not lead to an authority of the trusted root.",
		remedy: "Find out who signed; add the authority to the trusted root after a review."
	},
	CERTIFICATE_EXPIRED: {
		exit: 1,
		meaning: "A certificate was not valid at the time that is established for the signature.",
		remedy: "Sign the artifact again; check the clock of whoever signed."
	},
	SCT_INVALID: {
		exit: 1,
		meaning: "A certificate is not proven to be in a certificate transparency log of the trusted root.",
		remedy: "Find out who issued the certificate."
	},
	TIMESTAMP_INVALID: {
		exit: 1,
		meaning: "A timestamp is over other bytes, cannot be read, or no authority of the trusted root made it.",
		remedy: "Do not use the artifact; find out where the bundle comes from."
	},
	LOG_ENTRY_INVALID: {
		exit: 1,
		meaning: "A log entry is not proven by a log of the trusted root.",
		remedy: "Do not use the artifact; find out where the bundle comes from."
	},
	LOG_ENTRY_MISMATCH: {
		exit: 1,
		meaning: "A log entry is about another artifact, signature or key.",
		remedy: "Do not use the artifact; find out where the bundle comes from."
	},
	TRUSTED_TIME_MISSING: {
		exit: 1,
		meaning: "Nothing establishes when the signature was made.",
		remedy: "Sign with a timestamp-authority that the trusted root knows."
	}
};
// packages/core/src/errors/trusted-root-errors.ts
const TRUSTED_ROOT_ERRORS = {
	TRUSTED_ROOT_INVALID: {
		exit: 2,
		meaning: "A trusted root or a signing config cannot be read, or is not what is pinned or signed.",
		remedy: "Get it again from whoever runs the authorities."
	},
	TRUSTED_ROOT_UNAVAILABLE: {
		exit: 3,
		meaning: "The trusted root could not be fetched or is out of date.",
		remedy: "Run again later, or use a trusted root from a file."
	}
};
// packages/core/src/errors/evidence-errors.ts
const EVIDENCE_ERRORS = {
	EVIDENCE_NOT_FOUND: {
		exit: 1,
		meaning: "There is no bundle to verify.",
		remedy: "Correct the pattern, or sign the artifact first."
	},
	EVIDENCE_EXISTS: {
		exit: 2,
		meaning: "A file stands where the bundle would be written.",
		remedy: "Remove it, or write to another folder."
	},
	EVIDENCE_WRITE_FAILED: {
		exit: 3,
		meaning: "The bundle could not be written.",
		remedy: "Check the folder, its permissions, the free space and the length of the names."
	}
};
// packages/core/src/errors/policy-errors.ts
const POLICY_ERRORS = {
	POLICY_INVALID: {
		exit: 2,
		meaning: "The policy is not valid: an unknown field, a wrong type, an empty list.",
		remedy: "Correct the named field of the policy."
	},
	POLICY_DIGEST_MISMATCH: {
		exit: 2,
		meaning: "The policy is not the one that the workflow pins, or no pin was given.",
		remedy: "Review the policy, then set policy-digest to its digest."
	},
	DENIED: {
		exit: 1,
		meaning: "The policy denies the artifact.",
		remedy: "Read the reasons in the summary of the job; each has a code of its own."
	}
};
// packages/core/src/errors/secret-errors.ts
const SECRET_ERRORS = {
	SECRET_REFERENCE_INVALID: {
		exit: 2,
		meaning: "A secret reference does not follow its grammar.",
		remedy: "Write NAME = gcp-sm://project/secret/version#/json/pointer."
	},
	SECRET_NAME_REFUSED: {
		exit: 2,
		meaning: "A variable or output name could change how programs run, or belongs to the runner.",
		remedy: "Choose another name."
	},
	SECRET_NOT_FOUND: {
		exit: 2,
		meaning: "The secret, its version or the JSON pointer does not exist.",
		remedy: "Check the reference."
	},
	SECRET_FORBIDDEN: {
		exit: 2,
		meaning: "The identity may not read the secret.",
		remedy: "Grant secretmanager.versions.access on the secret."
	},
	SECRET_UNUSABLE: {
		exit: 2,
		meaning: "The secret is empty, disabled, destroyed, not text, or too large.",
		remedy: "Store a usable value and name its version."
	},
	SECRET_UNMASKABLE: {
		exit: 2,
		meaning: "The value cannot be masked in the log, so it may not be delivered this way.",
		remedy: "Use delivery: exec."
	},
	SECRET_CORRUPT: {
		exit: 3,
		meaning: "The secret arrived with a wrong checksum or for another version.",
		remedy: "Run again."
	},
	SECRET_FAILED: {
		exit: 3,
		meaning: "The secret store failed, was throttled or did not answer in time.",
		remedy: "Run again later."
	}
};
// packages/core/src/errors/claw-error.ts
const ERRORS = {
	...INPUT_ERRORS,
	...HOST_ERRORS,
	...SUBJECT_ERRORS,
	...IDENTITY_ERRORS,
	...CREDENTIAL_ERRORS,
	...KEY_ERRORS,
	...PREDICATE_ERRORS,
	...WITNESS_ERRORS,
	...BUNDLE_ERRORS,
	...TRUSTED_ROOT_ERRORS,
	...EVIDENCE_ERRORS,
	...POLICY_ERRORS,
	...SECRET_ERRORS
};
/**
* The one error class. `message` says what failed and for which input or artifact, `remedy` what to do.
* Neither holds a token, a secret or text from outside that was not made printable. Only `errorLine` puts them
* together, so that nothing is advised twice.
*/
var ClawError = class extends Error {
	code;
	remedy;
	constructor(code, message, { remedy, ...options } = {}) {
		super(message, options);
		this.name = "ClawError";
		this.code = code;
		this.remedy = remedy ?? ERRORS[code].remedy;
	}
	get exit() {
		return ERRORS[this.code].exit;
	}
};
// packages/core/src/formats/printable.ts
const MAX_SHOWN = 200;
/**
* Characters that do not show as themselves, by their Unicode properties: controls and separators of lines,
* format characters (bidi among them), what is ignored where it cannot be shown (variation selectors,
* joiners, fillers, tags), halves of pairs, private and non-characters. U+2800 is the one blank that no
* property tells.
*/
const HIDDEN$1 = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/v;
/**
* Joiners, selectors and tags show as part of an emoji that is recommended for interchange, and of no other:
* two names that differ in them alone look alike. Spaces that are not U+0020 look like it.
*/
const PARTS = new RegExp(`(?<emoji>\\p{RGI_Emoji})|${HIDDEN$1.source}|[\\p{Zs}--[\\u0020]]`, "gv");
/** Whether every character of `text` shows as itself. */
function isPrintable(text) {
	return !HIDDEN$1.test(text) || !HIDDEN$1.test(text.replace(/\p{RGI_Emoji}/gv, "x"));
}
function escape(text) {
	const escaped = text.replace(PARTS, (part, emoji) => emoji === void 0 ? `\\u{${(part.codePointAt(0) ?? 0).toString(16)}}` : part);
	if (isPrintable(escaped)) return escaped;
	throw new ClawError("INTERNAL", "A text could not be made printable.");
}
/** `text` with hidden characters as \u{hex} and at most 200 characters, for messages. */
function printable(text) {
	const shown = escape(text.slice(0, 201));
	if (shown.length <= MAX_SHOWN) return shown;
	return escape(`${escape(shown.slice(0, MAX_SHOWN))}…`);
}
/**
* All of `text` on one line, however long it is: `printable` cuts where a name would end, and what is
* advised comes last. The runner obeys `##[` anywhere in a line.
*/
const printableText = (text) => escape(escape(text).replaceAll("##[", "## ["));
/** A line of our own words, into which nothing but printable text and numbers can be set. */
function line(words, ...values) {
	return escape(String.raw({ raw: words }, ...values));
}
// packages/core/src/errors/error-line.ts
/** The documentation online, since readers of a log have no copy of it beside them. */
const DOCUMENTATION = "https://github.com/open-claw/open-claw/blob/main/docs";
/** The page of all errors; reasons of a denial have their place on it too. */
const errorAddress = (code) => printable(`${DOCUMENTATION}/errors.md#${code.toLowerCase()}`);
/** The parts of an error, each on one line and without hidden characters. */
const toldError = ({ code, message, remedy }) => ({
	code,
	message: printableText(message),
	remedy: printableText(remedy),
	address: errorAddress(code)
});
/** `CODE: what failed. What to do. https://…#code`, on one line. */
function errorLine(error) {
	const { code, message, remedy, address } = toldError(error);
	return line`${printable(code)}: ${message} ${remedy} ${address}`;
}
// packages/core/src/errors/system-code.ts
const CODE = /^[A-Z0-9_]{1,64}$/;
/** The code of an error of Node.js, the operating system or OpenSSL, such as `ECONNREFUSED`; undefined where it has none. */
function systemCode(error) {
	const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
	return typeof code === "string" && CODE.test(code) ? code : void 0;
}
// packages/core/src/formats/base64.ts
/** Returns the bytes of canonical, padded base64 in the standard or the URL-safe alphabet; undefined for anything else. */
function decodeBase64(text) {
	const bytes = Buffer.from(text, "base64");
	const standard = bytes.toString("base64");
	const urlSafe = standard.replaceAll("+", "-").replaceAll("/", "_");
	return text === standard || text === urlSafe ? bytes : void 0;
}
// packages/core/src/formats/json.ts
/** Enough for any SBOM that fits a statement, and the peers' limit for predicates. */
const MAX_JSON_BYTES = 16777216;
/**
* Values in one document. SBOMs and provenance of real builds have at most one in 15 bytes and one in 30 on
* average, so any of them fits that is within the limit of bytes.
*/
const MAX_JSON_NODES = 1048576;
/** The index after the closing quote of the string that begins at `start`. */
function endOfString(text, start) {
	for (let quote = text.indexOf("\"", start + 1); quote >= 0; quote = text.indexOf("\"", quote + 1)) {
		let backslashes = 0;
		while (text[quote - 1 - backslashes] === "\\") backslashes += 1;
		if (backslashes % 2 === 0) return quote + 1;
	}
	return text.length;
}
/** A key as a reader sees it: `"\u0061"` is `a`. */
function decodedKey(literal) {
	if (!literal.includes("\\")) return literal.slice(1, -1);
	try {
		return String(JSON.parse(literal));
	} catch {
		return literal;
	}
}
const OPENS_VALUE = /* @__PURE__ */ new Set("{[,");
/** The structure of a document so far. It need not be JSON: the parser checks that. */
var Structure = class {
	/** Keys of each object that is open; undefined for an array. */
	#scopes = [];
	#limit;
	#nodes = 1;
	#isKeyNext = false;
	constructor(limit) {
		this.#limit = limit;
	}
	/** Takes a character outside of a string, and returns the problem that it makes, if any. */
	take(character) {
		if (character === "}" || character === "]") this.#scopes.pop();
		else if (character === "{") this.#scopes.push(/* @__PURE__ */ new Set());
		else if (character === "[") this.#scopes.push(void 0);
		return OPENS_VALUE.has(character) ? this.#beginValue() : this.#endKey();
	}
	#endKey() {
		this.#isKeyNext = false;
	}
	/** Each value but the first of its container follows a comma, and each container holds a first one. */
	#beginValue() {
		this.#nodes += 1;
		this.#isKeyNext = this.#scopes.at(-1) !== void 0;
		if (this.#nodes > this.#limit) return `holds more than ${this.#limit} values`;
		return this.#scopes.length > 64 ? `is nested deeper than 64 levels` : void 0;
	}
	/** Takes a string, quotes included, and returns the problem that it makes, if any. */
	takeString(literal) {
		const keys = this.#isKeyNext ? this.#scopes.at(-1) : void 0;
		if (keys === void 0) return void 0;
		const key = decodedKey(literal());
		if (keys.has(key)) return `has the key "${printable(key)}" twice in one object`;
		keys.add(key);
	}
};
const QUOTE = "\"".charCodeAt(0);
/** By character code: most characters of a document are none of these. */
const MARKS = Array.from({ length: 128 }, (_, code) => "{}[],:".includes(String.fromCharCode(code)));
function findProblem(text, nodes) {
	const structure = new Structure(nodes);
	let problem;
	for (let at = 0; at < text.length && problem === void 0;) {
		const start = at;
		const code = text.charCodeAt(start);
		at = code === QUOTE ? endOfString(text, start) : start + 1;
		if (code === QUOTE) problem = structure.takeString(() => text.slice(start, at));
		else if (MARKS[code] === true) problem = structure.take(text.charAt(start));
	}
	return problem;
}
const decode = (document) => typeof document === "string" ? document : new TextDecoder("utf-8", { fatal: true }).decode(document);
/** Parses a JSON document within `limits`. `what` names it in messages. Throws JSON_INVALID. */
function parseJson(document, what, limits = {}) {
	const { bytes = MAX_JSON_BYTES, nodes = MAX_JSON_NODES } = limits;
	const refusal = (why) => new ClawError("JSON_INVALID", `${printable(what)} ${why}.`);
	if (Buffer.byteLength(document) > bytes) throw refusal(`is over ${bytes} bytes`);
	try {
		const text = decode(document);
		const problem = findProblem(text, nodes);
		if (problem !== void 0) throw refusal(problem);
		return JSON.parse(text);
	} catch (error) {
		throw error instanceof ClawError ? error : refusal("is not valid JSON in UTF-8");
	}
}
/** A JSON object as opposed to an array, null or a scalar. */
function isJsonObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// packages/core/src/formats/limits.ts
/**
* A signature, a certificate, a timestamp, or the body or checkpoint of a log entry. The longest signature of
* any standard is that of SLH-DSA-256f with 49,856 bytes; a timestamp with the certificates and revocation
* lists of its authority has some 30 kB.
*/
const MAX_MATERIAL_BYTES = 131072;
/** A name or a pointer to a key: addresses of keys are the longest in use. */
const MAX_TEXT$1 = 2048;
// packages/core/src/formats/schemas.ts
/** An object of exactly these fields. Valibot takes a list for an object. */
const exactObject = (entries) => pipe(custom(isJsonObject, "is not an object"), strictObject(entries));
/** A text that `decode` reads; `problem` is the issue where it returns undefined. */
const decodedText = (decode, problem) => pipe(string(), rawTransform(({ dataset, addIssue, NEVER }) => {
	const decoded = decode(dataset.value);
	if (decoded !== void 0) return decoded;
	addIssue({ message: problem });
	return NEVER;
}));
/** Bytes in canonical base64, at least one. */
const Base64Bytes = decodedText((text) => text === "" ? void 0 : decodeBase64(text), "is not canonical base64");
/** Bytes in base64 of a signature, a certificate or a timestamp, which are short. */
const MaterialBytes = pipe(string(), maxLength(Math.ceil(MAX_MATERIAL_BYTES / 3) * 4, `is over ${MAX_MATERIAL_BYTES} bytes`), Base64Bytes);
/** A name, or a pointer to a key. */
const ShortText = pipe(string(), maxLength(MAX_TEXT$1, `is over ${MAX_TEXT$1} characters`));
/** Any object, as it is. Valibot's record leaves out fields of some names, so that nobody would miss them. */
const AnyObject = custom(isJsonObject, "is not an object");
/** A field that may be absent. In protobuf's JSON null means absent, and some writers use it. */
const optionalField = (schema) => pipe(nullish(schema), transform((value) => value ?? void 0));
/** The type of a signed payload, in ASCII: other characters could look like another type. */
const PayloadType = pipe(string(), regex(/^[\x21-\x7e]{1,256}$/, "is not a media type in ASCII"));
// packages/core/src/formats/digest-set.ts
const strong = (node, bytes) => ({
	node,
	bytes,
	identifies: true
});
const weak = (node, bytes) => ({
	node,
	bytes,
	identifies: false
});
/** What can be computed of a file. The weak ones prove nothing, and still must agree where they are given. */
const FILE_HASHES = {
	sha256: strong("sha256", 32),
	sha384: strong("sha384", 48),
	sha512: strong("sha512", 64),
	sha3_256: strong("sha3-256", 32),
	sha3_384: strong("sha3-384", 48),
	sha3_512: strong("sha3-512", 64),
	md5: weak("md5", 16),
	sha1: weak("sha1", 20),
	sha224: weak("sha224", 28),
	sha3_224: weak("sha3-224", 28),
	sha512_224: weak("sha512-224", 28),
	sha512_256: weak("sha512-256", 32)
};
const isFileHash = (name) => Object.hasOwn(FILE_HASHES, name);
/** Whether a file may be known by a digest of this name alone. */
const isIdentifying = (name) => isFileHash(name) && FILE_HASHES[name].identifies;
/** Whether `text` has the form of a digest by `hash`. */
const isHexDigest = (hash, text) => text.length === 2 * FILE_HASHES[hash].bytes && /^[0-9a-f]+$/.test(text);
const isDigestSet = (digests) => [...digests].every(([hash, text]) => isHexDigest(hash, text));
/** The set of `entries`. Of two under one hash it keeps the last. Throws INTERNAL for a text that is no digest by its hash. */
function digestSet(entries) {
	const digests = new Map(entries);
	if (isDigestSet(digests)) return digests;
	throw new ClawError("INTERNAL", "A digest does not have the length of its hash.");
}
// packages/core/src/formats/sha256.ts
const isSha256 = (text) => isHexDigest("sha256", text);
/** The digest in `sha256:<hex>`. Upper case, other algorithms and other lengths throw DIGEST_INVALID. */
function parseSha256(text, input) {
	const hex = text.startsWith("sha256:") ? text.slice(7) : "";
	if (isSha256(hex)) return hex;
	const meant = text.replace(/^sha256:/i, "").toLowerCase();
	throw new ClawError("DIGEST_INVALID", `${input}: "${printable(text)}" does not have the form of a SHA-256 digest.`, { remedy: isSha256(meant) ? `Write "sha256:${meant}".` : void 0 });
}
/** The hexadecimal form of the 32 bytes of a SHA-256 digest. */
function sha256FromBytes(bytes) {
	const hex = Buffer.from(bytes).toString("hex");
	if (isSha256(hex)) return hex;
	throw new ClawError("INTERNAL", "A SHA-256 digest does not have 32 bytes.");
}
// packages/core/src/formats/bundle.ts
const VERSIONS = {
	"application/vnd.dev.sigstore.bundle.v0.3+json": "0.3",
	"application/vnd.dev.sigstore.bundle+json;version=0.1": "0.1",
	"application/vnd.dev.sigstore.bundle+json;version=0.2": "0.2",
	"application/vnd.dev.sigstore.bundle+json;version=0.3": "0.3"
};
const isMediaType = (text) => typeof text === "string" && Object.hasOwn(VERSIONS, text);
const HASHES = {
	SHA2_256: "sha256",
	SHA2_384: "sha384",
	SHA2_512: "sha512"
};
/** A statement at its limit, in base64, with room for keys, log entries and timestamps. */
const MAX_BUNDLE_BYTES = 1.5 * MAX_JSON_BYTES;
/** Log entries or timestamps: more than any signer writes. */
const MAX_ENTRIES = 32;
/**
* Values of the document itself; its payload is one of them. As many log entries as there may be, each with
* the longest proof (63 hashes) and 17 fields, come to 2,560, and certificates and timestamps to 128.
*/
const BUNDLE_LIMITS = {
	bytes: MAX_BUNDLE_BYTES,
	nodes: 4096
};
/** Their verifier reads them further. */
const LogEntries = pipe(array(AnyObject), maxLength(MAX_ENTRIES));
const Timestamps = pipe(array(exactObject({ signedTimestamp: MaterialBytes })), maxLength(MAX_ENTRIES));
const Certificate$1 = exactObject({ rawBytes: MaterialBytes });
const Bundle = exactObject({
	mediaType: custom(isMediaType, "is not a media type of a Sigstore bundle"),
	verificationMaterial: exactObject({
		publicKey: optionalField(exactObject({ hint: nullish(ShortText, "") })),
		certificate: optionalField(Certificate$1),
		x509CertificateChain: optionalField(exactObject({ certificates: pipe(array(Certificate$1), maxLength(MAX_ENTRIES)) })),
		tlogEntries: nullish(LogEntries, []),
		timestampVerificationData: optionalField(exactObject({ rfc3161Timestamps: nullish(Timestamps, []) }))
	}),
	dsseEnvelope: optionalField(exactObject({
		payload: Base64Bytes,
		payloadType: PayloadType,
		signatures: pipe(array(exactObject({
			sig: MaterialBytes,
			keyid: nullish(ShortText, "")
		})), length(1))
	})),
	messageSignature: optionalField(exactObject({
		messageDigest: optionalField(exactObject({
			algorithm: picklist([
				"SHA2_256",
				"SHA2_384",
				"SHA2_512"
			]),
			digest: Base64Bytes
		})),
		signature: MaterialBytes
	}))
});
function readContent({ dsseEnvelope, messageSignature }) {
	if (dsseEnvelope === void 0 === (messageSignature === void 0)) return void 0;
	if (messageSignature !== void 0) {
		const { messageDigest, signature } = messageSignature;
		if (messageDigest === void 0) return {
			kind: "unidentified",
			signature
		};
		return {
			kind: "message",
			hash: HASHES[messageDigest.algorithm],
			digest: messageDigest.digest,
			signature
		};
	}
	const signature = dsseEnvelope?.signatures[0]?.sig;
	if (dsseEnvelope === void 0 || signature === void 0) return void 0;
	return {
		kind: "envelope",
		payloadType: dsseEnvelope.payloadType,
		payload: dsseEnvelope.payload,
		signature
	};
}
function certificateSigner({ certificate, x509CertificateChain }, refusal) {
	const [leaf, ...others] = (certificate === void 0 ? x509CertificateChain?.certificates ?? [] : [certificate]).map(({ rawBytes }) => rawBytes);
	if (leaf === void 0) throw refusal("has an empty certificate chain");
	return {
		kind: "certificate",
		chain: [leaf, ...others]
	};
}
function readSigner({ verificationMaterial, dsseEnvelope }, refusal) {
	const { publicKey, certificate, x509CertificateChain } = verificationMaterial;
	if ([
		publicKey,
		certificate,
		x509CertificateChain
	].filter((material) => material !== void 0).length !== 1) throw refusal("needs exactly one of publicKey, certificate and x509CertificateChain");
	if (publicKey === void 0) return certificateSigner(verificationMaterial, refusal);
	const keyid = dsseEnvelope?.signatures[0]?.keyid ?? "";
	if (keyid !== "" && keyid !== publicKey.hint) throw refusal("names one key in its hint and another in its envelope");
	return {
		kind: "key",
		hint: publicKey.hint
	};
}
/** Reads a bundle from the value of a JSON document; `name` is for messages. Throws BUNDLE_INVALID. */
function bundleFromJson(json, document, name) {
	const refusal = (why) => new ClawError("BUNDLE_INVALID", `The bundle "${printable(name)}" ${why}.`);
	const result = safeParse(Bundle, json, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		throw refusal(`is not valid at ${printable(getDotPath(issue) ?? "its top")}: ${printable(issue.message)}`);
	}
	const content = readContent(result.output);
	if (content === void 0) throw refusal("needs exactly one of dsseEnvelope and messageSignature");
	const { tlogEntries, timestampVerificationData } = result.output.verificationMaterial;
	return {
		digest: sha256FromBytes(createHash("sha256").update(document).digest()),
		version: VERSIONS[result.output.mediaType],
		signer: readSigner(result.output, refusal),
		content,
		logEntries: tlogEntries,
		timestamps: (timestampVerificationData?.rfc3161Timestamps ?? []).map(({ signedTimestamp }) => signedTimestamp)
	};
}
/** Reads one bundle; `name` is its path, for messages. Throws BUNDLE_INVALID or JSON_INVALID. */
const parseBundle = (document, name) => bundleFromJson(parseJson(document, `The bundle "${name}"`, BUNDLE_LIMITS), document, name);
// packages/core/src/formats/pem.ts
const BEGIN = /^-----BEGIN ([A-Z ]{1,32})-----\r?\n/;
/**
* The one block that `text` is; undefined for anything else. The lines are taken apart and never matched as
* a whole: a pattern for blanks around blanks takes hours for a text of them.
*/
function decodePem(text) {
	if (text.length > 262144) return void 0;
	const [begin = "", label = ""] = BEGIN.exec(text) ?? [];
	const rest = text.slice(begin.length).trimEnd();
	const end = `-----END ${label}-----`;
	if (label === "" || !rest.endsWith(end)) return void 0;
	const der = decodeBase64(rest.slice(0, -end.length).replaceAll(/[\r\n]/g, ""));
	return der === void 0 || der.length === 0 ? void 0 : {
		label,
		der
	};
}
/** Characters in a line (RFC 7468 §2). */
const LINE = /.{1,64}/g;
/** PEM as logs write it again: what they hold must equal what was sent. */
function encodePem(label, der) {
	return `-----BEGIN ${label}-----\n${(Buffer.from(der).toString("base64").match(LINE) ?? []).join("\n")}\n-----END ${label}-----\n`;
}
// packages/core/src/formats/dsse-envelope.ts
/** Each is one more signature to check. */
const MAX_SIGNATURES = 16;
/** The one certificate that slsa-github-generator puts beside a signature. */
const Certificate = decodedText((text) => {
	const { label, der } = decodePem(text) ?? {};
	return label === "CERTIFICATE" ? der : void 0;
}, "is not one certificate in PEM");
/** "Consumers MUST ignore unrecognized fields." */
const Envelope = object({
	payload: Base64Bytes,
	payloadType: PayloadType,
	signatures: pipe(array(object({
		sig: MaterialBytes,
		keyid: nullish(ShortText, ""),
		cert: nullish(Certificate)
	})), minLength(1), maxLength(MAX_SIGNATURES))
});
/** Whether a JSON value means to be an envelope. */
const isEnvelope = (json) => isJsonObject(json) && Object.hasOwn(json, "payloadType") && Object.hasOwn(json, "signatures");
const envelopeSigner = (keyid, certificate) => certificate === null || certificate === void 0 ? {
	kind: "key",
	hint: keyid
} : {
	kind: "certificate",
	chain: [certificate]
};
/**
* One bundle for each signature: several are "equivalent to separate envelopes with individual signatures"
* (envelope.md). Throws BUNDLE_INVALID.
*/
function envelopesFromJson(json, document, name) {
	const result = safeParse(Envelope, json, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		const where = printable(getDotPath(issue) ?? "its top");
		throw new ClawError("BUNDLE_INVALID", `The envelope "${printable(name)}" is not valid at ${where}: ${printable(issue.message)}.`);
	}
	const { payload, payloadType, signatures } = result.output;
	const digest = sha256FromBytes(createHash("sha256").update(document).digest());
	return signatures.map(({ sig, keyid, cert }) => ({
		digest,
		version: "0.3",
		signer: envelopeSigner(keyid, cert),
		content: {
			kind: "envelope",
			payloadType,
			payload,
			signature: sig
		},
		logEntries: [],
		timestamps: []
	}));
}
// packages/core/src/formats/json-lines.ts
/** A line that begins an object after one that ends an object. Files that were joined keep their byte order marks. */
const BOUNDARY = /\}[ \t\r]*\n\s*(?:\xef\xbb\xbf)?\{/;
const OBJECT = /^\s*(?:\xef\xbb\xbf)?\{/;
/**
* Whether the lines are documents of their own. In one JSON document nothing but a comma could stand at such
* a boundary, and text has no line breaks. One of the two lines must be whole: two documents of several lines
* each are not meant.
*/
function isOnePerLine(text) {
	const boundary = BOUNDARY.exec(text);
	if (boundary === null) return false;
	const start = text.lastIndexOf("\n", boundary.index) + 1;
	const last = boundary.index + boundary[0].length;
	const end = text.indexOf("\n", last);
	const line = text.slice(last, end < 0 ? void 0 : end).trimEnd();
	return OBJECT.test(text.slice(start, boundary.index)) || line.endsWith("}");
}
/** The lines with something on them. One after the other: a file may be nothing but line breaks. */
function* filledLines(text) {
	let number = 1;
	let counted = 0;
	for (const { 0: line, index } of text.matchAll(/\S[^\n]*/g)) {
		for (let at = text.indexOf("\n", counted); at >= 0 && at < index; at = text.indexOf("\n", counted)) {
			number += 1;
			counted = at + 1;
		}
		yield {
			number,
			document: Buffer.from(line.trimEnd(), "latin1")
		};
	}
}
/** The documents of a file with one on each line; undefined where it is one document, or none. */
function jsonLines(document) {
	const text = Buffer.from(document).toString("latin1");
	return isOnePerLine(text) ? filledLines(text) : void 0;
}
// packages/core/src/formats/utf16.ts
/** Whether a document of mostly ASCII is in UTF-16: it has a byte order mark, or a zero beside its first character. */
const isUtf16 = ([first = 1, second = 1]) => first === 255 && second === 254 || first === 254 && second === 255 || first === 0 !== (second === 0);
// packages/core/src/formats/bundle-file.ts
/** More than any tool downloads at once; a file with more is refused, never read in part. */
const MAX_BUNDLES_PER_FILE = 1024;
/** Forms that other tools write. */
const OTHER_FORMS = [
	{
		what: "the answer of an attestations API",
		has: ["attestations"],
		path: ".attestations[].bundle"
	},
	{
		what: "an attestation of an attestations API",
		has: ["bundle"],
		path: ".bundle"
	},
	{
		what: "the output of `gh attestation verify`",
		has: ["attestation"],
		path: ".attestation.bundle"
	},
	{
		what: "an in-toto statement without a signature",
		has: ["_type", "predicateType"]
	},
	{
		what: "a PEP 740 attestation of a Python package",
		has: ["verification_material", "envelope"]
	},
	{
		what: "cosign's older format",
		has: ["base64Signature"]
	},
	{
		what: "in-toto's older link format",
		has: ["signed", "signatures"]
	}
];
const WANTED = "Give a Sigstore bundle or a DSSE envelope, or one of them on each line";
const otherForm = (json, otherwise) => OTHER_FORMS.find(({ has }) => isJsonObject(json) && has.every((field) => Object.hasOwn(json, field))) ?? otherwise;
/** Makes the error for a document that is no bundle: what it is instead, and what would be one. */
function otherFormError(json, name) {
	const { what, path } = Array.isArray(json) ? otherForm(json[0], {
		what: "an array",
		has: [],
		path: ""
	}) : otherForm(json, {
		what: "something else",
		has: []
	});
	const filter = `${Array.isArray(json) ? ".[]" : ""}${path ?? ""}`;
	return new ClawError("BUNDLE_INVALID", `"${printable(name)}" is ${what}.`, { remedy: path === void 0 ? `${WANTED}.` : `${WANTED}: jq -c '${filter}' makes them.` });
}
/** Reads the bundles of one JSON document: one, or one for each signature of an envelope. */
function readBundles(document, name) {
	const json = parseJson(document, `The bundle "${name}"`, BUNDLE_LIMITS);
	if (isJsonObject(json) && Object.hasOwn(json, "mediaType")) return [bundleFromJson(json, document, name)];
	if (isEnvelope(json)) return envelopesFromJson(json, document, name);
	throw otherFormError(json, name);
}
function read(document, name) {
	try {
		return readBundles(document, name).map((bundle) => ({
			name,
			bundle
		}));
	} catch (error) {
		if (error instanceof ClawError) return [{
			name,
			refused: error
		}];
		throw error;
	}
}
const refused = (name, why, remedy) => [{
	name,
	refused: new ClawError("BUNDLE_INVALID", `"${printable(name)}" ${why}.`, { remedy })
}];
function readLines(lines, name) {
	const found = [];
	let count = 0;
	for (const { number, document } of lines) {
		count += 1;
		if (count > 1024) return refused(name, `has more than ${MAX_BUNDLES_PER_FILE} bundles`, "Split the file.");
		found.push(...read(document, `${name}:${number}`));
	}
	return found;
}
/** Reads a file of evidence; `name` is its path. Returns at least one bundle or refusal. */
function parseBundles(document, name) {
	if (isUtf16(document)) return refused(name, "is in UTF-16", "Write it in UTF-8: in PowerShell, with -Encoding utf8.");
	const lines = jsonLines(document);
	return lines === void 0 ? read(document, name) : readLines(lines, name);
}
// packages/core/src/formats/subject.ts
/** Every digest of a subject. */
const subjectDigests = ({ digest, further }) => digestSet([...digest === void 0 ? [] : [["sha256", digest]], ...further ?? []]);
/** Returns the SHA-256 of a subject that was hashed here or is named by it. Throws INTERNAL for any other. */
function requiredSha256({ digest, name }) {
	if (digest !== void 0) return digest;
	throw new ClawError("INTERNAL", `"${printable(name)}" is not known by SHA-256.`);
}
/** The limit of GitHub and the peers. */
const MAX_SUBJECTS_PER_STATEMENT = 1024;
/** The limit of one run. More are a mistaken pattern rather than a release. */
const MAX_SUBJECTS = 16 * MAX_SUBJECTS_PER_STATEMENT;
const MAX_NAME_LENGTH = 1024;
/** Checks the name of a subject and returns it; `place` is where it stands, for messages. Throws ARTIFACT_REFUSED. */
function checkSubjectName(name, place) {
	const refuse = (why) => {
		throw new ClawError("ARTIFACT_REFUSED", `${place === void 0 ? "The name" : `${place}: the name`} "${printable(name)}" ${why}.`);
	};
	if (name === "" || name.length > MAX_NAME_LENGTH) refuse(`is empty or over ${MAX_NAME_LENGTH} characters`);
	if (!isPrintable(name)) refuse("holds control, bidirectional or invisible characters");
	if (name.includes("\\")) refuse("holds a backslash, which is a separator on Windows and a letter elsewhere");
	if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) refuse("is an absolute path");
	if (name.split("/").some((part) => part === ".." || part === "." || part === "")) refuse("is not a plain relative path");
	return name;
}
/** Folds names that a case-insensitive or normalising file system takes for one. */
const foldName = (name) => name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
/** Throws SUBJECT_DUPLICATE unless both are one image: its name stands for an index and the platforms in it. */
function checkDifferent(subject, other) {
	if (subject.name !== other.name) throw new ClawError("SUBJECT_DUPLICATE", `"${printable(subject.name)}" and "${printable(other.name)}" are the same name once case and Unicode form are ignored.`);
	if (subject.source === "image" && other.source === "image") return;
	throw new ClawError("SUBJECT_DUPLICATE", `"${printable(subject.name)}" is named with two digests.`);
}
/**
* Sorted by name, at least one; what is named twice with the same digest counts once, as its first. Throws
* SUBJECT_DUPLICATE, SUBJECT_MISSING or SUBJECT_LIMIT.
*/
function checkSubjects(subjects) {
	if (subjects.length === 0) throw new ClawError("SUBJECT_MISSING", "No artifact, image or checksum is named.");
	if (subjects.length > 16384) throw new ClawError("SUBJECT_LIMIT", `There are ${subjects.length} subjects; the limit of one run is ${MAX_SUBJECTS}.`);
	const first = /* @__PURE__ */ new Map();
	const kept = /* @__PURE__ */ new Map();
	for (const subject of subjects) {
		const key = identityKey(subject);
		if (kept.has(key)) continue;
		const other = first.get(foldName(subject.name));
		if (other !== void 0) checkDifferent(subject, other);
		first.set(foldName(subject.name), subject);
		kept.set(key, subject);
	}
	return [...kept.values()].toSorted((a, b) => compare(a.name, b.name) || compare(identityKey(a), identityKey(b)));
}
const identityKey = (subject) => [...[...subjectDigests(subject)].map((pair) => pair.join(":")).toSorted(), subject.name].join(" ");
const compare = (a, b) => a < b ? -1 : Number(a > b);
const IMAGE = /^([a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?(?:\/[a-z0-9][a-z0-9._-]*)+)(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?@(sha256:.+)$/;
/** The subject of an image named by digest: `registry/name[:tag]@sha256:…`. A tag alone can move, so it is refused. */
function parseImage(text, input) {
	const match = IMAGE.exec(text);
	if (match?.[1] === void 0 || match[2] === void 0) throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not registry/name@sha256:<digest>.`);
	return {
		name: match[1],
		digest: parseSha256(match[2], `Input ${input}`),
		source: "image"
	};
}
// packages/core/src/formats/checksums.ts
/** By length, where no tag names the hash. BLAKE2 and SHA-3 of these lengths have no form of their own and never match. */
const HASH_BY_LENGTH = {
	64: "sha256",
	96: "sha384",
	128: "sha512"
};
/** By tag, as the BSDs and openssl 1 and 3 write them. */
const HASH_BY_TAG = {
	SHA256: "sha256",
	"SHA2-256": "sha256",
	SHA384: "sha384",
	"SHA2-384": "sha384",
	SHA512: "sha512",
	"SHA2-512": "sha512",
	"SHA3-256": "sha3_256",
	"SHA3-384": "sha3_384",
	"SHA3-512": "sha3_512"
};
const LINES = [/^(?<digest>[0-9A-Fa-f]+)(?: [ *]|[ \t])(?<name>.+)$/, /^(?<tag>[A-Z][A-Za-z0-9-]*) ?\((?<name>.+)\) ?= (?<digest>[0-9A-Fa-f]+)$/];
const ENCODINGS = [{
	mark: [255, 254],
	name: "utf-16le"
}, {
	mark: [254, 255],
	name: "utf-16be"
}];
function decoded(bytes, encoding) {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return;
	}
}
/**
* Returns the text of a checksums file. Windows PowerShell writes UTF-16 with a byte order mark; everything else
* must be UTF-8. Throws CHECKSUMS_INVALID.
*/
function checksumsText(bytes, file) {
	const marked = ENCODINGS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
	const text = decoded(bytes, marked?.name ?? "utf-8");
	if (text !== void 0) return text;
	const line = Buffer.from(bytes).toString("latin1").split("\n").findIndex((one) => decoded(Buffer.from(one, "latin1"), "utf-8") === void 0);
	throw new ClawError("CHECKSUMS_INVALID", marked === void 0 ? `"${printable(file)}" line ${line + 1}: the name is not UTF-8.` : `"${printable(file)}" is not UTF-16, as its byte order mark says.`);
}
const ESCAPES = {
	"\\\\": "\\",
	"\\n": "\n",
	"\\r": "\r"
};
function readFields(line) {
	const isEscaped = line.startsWith("\\");
	const text = isEscaped ? line.slice(1) : line;
	const { tag, name, digest } = LINES.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
	if (name === void 0 || digest === void 0) return void 0;
	return {
		tag,
		name: (isEscaped ? name.replaceAll(/\\[\\nr]/g, (pair) => ESCAPES[pair] ?? pair) : name).replace(/^(?:\.\/)+/, ""),
		digest: digest.toLowerCase()
	};
}
function parseLine(line, place) {
	const fields = readFields(line);
	if (fields === void 0) throw new ClawError("CHECKSUMS_INVALID", `${place}: "${printable(line)}" is not a checksum line.`);
	const { tag, name, digest } = fields;
	const hash = tag === void 0 ? HASH_BY_LENGTH[digest.length] : HASH_BY_TAG[tag];
	if (hash === void 0 || !isHexDigest(hash, digest)) throw new ClawError("DIGEST_INVALID", `${place}: ${tag === void 0 ? `${digest.length} hexadecimal digits are` : `${printable(tag)} with ${digest.length} hexadecimal digits is`} no digest of SHA-2 or SHA-3 of 256 bits or more.`);
	return {
		name: checkSubjectName(name, place),
		hash,
		digest,
		place
	};
}
/** Comments and empty lines are skipped as sha256sum -c skips them: neither can name a file. */
const holdsNothing = (line) => line === "" || line.startsWith("#");
/** Merges equal lines. Throws SUBJECT_DUPLICATE where one name has two digests by one hash. */
function merged(entries) {
	const known = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const key = `${entry.hash} ${entry.name}`;
		const other = known.get(key);
		if (other !== void 0 && other.digest !== entry.digest) throw new ClawError("SUBJECT_DUPLICATE", `${entry.place}: "${printable(entry.name)}" has another digest in ${other.place}.`);
		if (other === void 0) known.set(key, entry);
	}
	return [...known.values()];
}
/**
* Parses the text of a checksums file. A line that is neither a checksum nor a comment is an error: were it
* skipped, a mistyped file would end in a signature over nothing. Throws CHECKSUMS_INVALID,
* DIGEST_INVALID, ARTIFACT_REFUSED or SUBJECT_DUPLICATE, with the line.
*/
function parseChecksums(text, file) {
	const entries = text.split(/\r?\n/).flatMap((line, index) => holdsNothing(line) ? [] : [parseLine(line, `"${printable(file)}" line ${index + 1}`)]);
	if (entries.length === 0) throw new ClawError("CHECKSUMS_INVALID", `"${printable(file)}" holds no checksum.`);
	return merged(entries);
}
// packages/core/src/formats/crc32c.ts
/** The polynomial 0x1EDC6F41 of CRC-32C with its bits reversed: the lowest bit is divided first. */
const POLYNOMIAL = 2197175160;
/** Initial value and final XOR of RFC 3720 §12.1. */
const ALL_ONES = 4294967295;
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
	let value = index;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? value >>> 1 ^ POLYNOMIAL : value >>> 1;
	return value >>> 0;
});
/** The checksum of `bytes` as an unsigned 32-bit number. */
function crc32c(bytes) {
	let value = ALL_ONES;
	for (const byte of bytes) value = value >>> 8 ^ (TABLE[(value ^ byte) & 255] ?? 0);
	return (value ^ ALL_ONES) >>> 0;
}
// packages/core/src/formats/dsse.ts
/** How every encoding begins: the version of the protocol and a space. */
const PAE_PREFIX = "DSSEv1 ";
/** Pre-authentication encoding: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body; lengths in bytes, ASCII decimal. */
function preAuthEncoding(payloadType, payload) {
	const type = Buffer.from(payloadType);
	return Buffer.concat([
		Buffer.from(`${PAE_PREFIX}${type.length} `),
		type,
		Buffer.from(` ${payload.length} `),
		payload
	]);
}
// packages/core/src/formats/git-names.ts
const isRepository = (text) => /^[\w.-]+\/[\w.-]+$/.test(text);
const isRef = (text) => text !== "";
const isCommit = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
// packages/core/src/formats/statement.ts
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
/** cosign still writes v0.1; the fields that are read here are the same. */
const READ_TYPES = [STATEMENT_TYPE, "https://in-toto.io/Statement/v0.1"];
const IN_TOTO_PAYLOAD_TYPE = "application/vnd.in-toto+json";
const SLSA_PROVENANCE_TYPE = "https://slsa.dev/provenance/v1";
/** What `cosign sign` writes where a signature, and no claim, is meant. */
const SIGNATURE_PREDICATE_TYPE = "https://sigstore.dev/cosign/sign/v1";
/** Objects of git, by SHA-1 or SHA-256. */
const GIT_OBJECTS = /* @__PURE__ */ new Set([
	"gitCommit",
	"gitTree",
	"gitBlob",
	"gitTag"
]);
/** Hexadecimal of the length of its algorithm, where the specification names that one; others are free-form. */
function isDigest(algorithm, value) {
	if (isFileHash(algorithm)) return isHexDigest(algorithm, value);
	return GIT_OBJECTS.has(algorithm) ? /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) : value !== "";
}
const Text = pipe(string(), nonEmpty());
const DigestSet = pipe(custom(isJsonObject, "is not an object"), record(Text, string()), check$2((digests) => Object.entries(digests).every(([name, value]) => isDigest(name, value)), "a digest is not lower-case hexadecimal of the length of its algorithm, as in-toto demands (digest_set.md)"));
const Descriptor = object({
	name: optional(string()),
	uri: optional(string()),
	digest: optional(DigestSet),
	content: optional(string()),
	downloadLocation: optional(string()),
	mediaType: optional(string()),
	annotations: optional(AnyObject)
});
const ResourceDescriptor = pipe(Descriptor, check$2(({ uri, digest, content, name }) => [
	uri,
	content,
	name
].some((field) => field !== void 0 && field !== "") || Object.keys(digest ?? {}).length > 0, "one of name, uri, digest and content is required"));
/**
* Digests of a subject. One that nobody identifies a file by is not judged here: "Consumers MUST ignore
* unrecognized or unaccepted algorithms" (digest_set.md), and what is wrong with the SHA-1 of one subject says
* nothing of another.
*/
const SubjectDigests = pipe(custom(isJsonObject, "is not an object"), record(Text, string()), check$2((digests) => Object.keys(digests).length > 0, "a subject needs a digest"), check$2((digests) => Object.entries(digests).every(([name, value]) => !isIdentifying(name) || isHexDigest(name, value)), "a digest is not lower-case hexadecimal of the length of its algorithm, as in-toto demands (digest_set.md)"));
const SubjectDescriptor = object({
	name: nullish(string()),
	digest: SubjectDigests
});
const Statement = object({
	_type: picklist(READ_TYPES),
	subject: pipe(array(SubjectDescriptor), minLength(1)),
	predicateType: Text,
	/** "Unset is treated the same as set-but-empty" (statement.md); PyPI writes null, as protobuf's JSON allows. */
	predicate: nullish(AnyObject, {})
});
const ProvenanceV1 = object({
	buildDefinition: object({
		buildType: Text,
		externalParameters: AnyObject,
		internalParameters: optional(AnyObject),
		resolvedDependencies: optional(array(ResourceDescriptor))
	}),
	runDetails: object({
		builder: object({
			id: Text,
			version: optional(record(string(), string())),
			builderDependencies: optional(array(ResourceDescriptor))
		}),
		metadata: optional(object({
			invocationId: optional(string()),
			startedOn: optional(string()),
			finishedOn: optional(string())
		})),
		byproducts: optional(array(ResourceDescriptor))
	})
});
function check(schema, value, what) {
	const result = safeParse(schema, value, { abortEarly: true });
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw new ClawError("STATEMENT_INVALID", `${what}: ${printable(getDotPath(issue) ?? "the document")}: ${printable(issue.message)}.`);
}
/** Reads an in-toto statement, v1 or v0.1. Throws STATEMENT_INVALID or JSON_INVALID. */
function parseStatement(payload) {
	return check(Statement, parseJson(payload, "The in-toto statement"), "The in-toto statement");
}
/** Reads a SLSA provenance v1 predicate. Throws STATEMENT_INVALID. */
function checkProvenance(value) {
	return check(ProvenanceV1, value, `The SLSA provenance (${SLSA_PROVENANCE_TYPE}#schema)`);
}
/** The bytes of a statement over `subjects`, in their order. */
function writeStatement(subjects, predicate) {
	const head = JSON.stringify({
		_type: STATEMENT_TYPE,
		subject: subjects.map((subject) => ({
			name: subject.name,
			digest: Object.fromEntries(subjectDigests(subject))
		})),
		predicateType: predicate.type
	});
	const text = "text" in predicate ? predicate.text : JSON.stringify(predicate.body);
	return Buffer.from(`${head.slice(0, -1)},"predicate":${text}}`);
}
// packages/core/src/formats/token.ts
/** Stands for the text wherever a token is printed. */
const HIDDEN = "[token]";
/** The method by which `inspect` of node:util, and with it `console.log`, shows an object. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
/** A token or another credential. It is masked before it exists, and nothing that prints it shows its text. */
var Token = class Token {
	#text;
	constructor(text) {
		this.#text = text;
	}
	/** A token from the text that was received. The runner hides it from now on. */
	static receive(text, mask) {
		if (text !== "") mask(text);
		return new Token(text);
	}
	/** The text itself, for the service that it opens. */
	reveal() {
		return this.#text;
	}
	toString() {
		return HIDDEN;
	}
	toJSON() {
		return HIDDEN;
	}
	[INSPECT]() {
		return HIDDEN;
	}
};
/** The header that authorises a request with `token` (RFC 6750 §2.1). */
const bearer = (token) => ({ authorization: `Bearer ${token.reveal()}` });
// packages/core/src/formats/uri.ts
/** Scheme, then characters and escapes of a URI, one fragment at most. */
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w.~:/?[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$/;
const MAX_LENGTH = 2048;
/** Whether `text` is a URI with a scheme: `https://…`, `urn:…`, `tag:…`. A host and path alone are not. */
const isUri = (text) => text.length <= MAX_LENGTH && URI.test(text);
// packages/core/src/formats/workflow-ref.ts
/**
* Where the ref begins, by the form of the claim. A file may hold an `@` and so may a branch, but the folder
* of workflow files holds no other folder: `@refs/` cannot be part of a file name, and the first one ends it.
* Were the last one taken, anyone who may push could name a branch `x@refs/heads/main` and pass for main.
* A run without a ref has the commit in its place; the API lists short names as the caller wrote them, and
* `x@refs/heads/main` or `x@` and a commit may be one: what follows the extension of the file is the ref.
*/
const FORMS = [
	/^(?<path>(?:(?!@refs\/)[^])+\.ya?ml|(?:(?!@refs\/|\.ya?ml@)[^])+)@(?<ref>refs\/[^]+)$/,
	/^(?<path>(?:(?!\.ya?ml@)[^])+(?:\.ya?ml)?)@(?<ref>[0-9a-f]{40}|[0-9a-f]{64})$/,
	/^(?<path>(?:(?!\.ya?ml@)[^])+\.ya?ml)@(?<ref>(?![^]*\.ya?ml@)[^]+)$/
];
/** The parts of `text`, or undefined where it has another form or could be read in two ways. */
function parseWorkflowRef(text) {
	const [, repository, rest] = /^([^/@]+\/[^/@]+)\/([^]+)$/.exec(text) ?? [];
	if (repository === void 0 || rest === void 0 || !isRepository(repository)) return void 0;
	for (const form of FORMS) {
		const { path, ref } = form.exec(rest)?.groups ?? {};
		if (path !== void 0 && ref !== void 0) return {
			repository,
			path,
			ref
		};
	}
}
// packages/core/src/input-fact.ts
/** The value as `parse` makes it; undefined where there is none. Throws what `parse` throws, which names the input. */
function parsedInput(given, name, parse) {
	const text = given(name);
	return text === void 0 ? void 0 : parse(text, name);
}
/** The value. Throws INPUT_MISSING. */
function requiredInput(given, name) {
	const text = given(name);
	if (text === void 0) throw new ClawError("INPUT_MISSING", `Input ${name} is required and empty.`);
	return text;
}
// packages/core/src/keys/algorithms.ts
/** Bytes of a digest (FIPS 180-4 §1). */
const DIGEST_BYTES = {
	sha256: 32,
	sha384: 48,
	sha512: 64
};
/** `PublicKeyDetails` of sigstore_common.proto. */
const DETAILS = {
	PKIX_ECDSA_P256_SHA_256: 5,
	PKIX_ED25519: 7,
	PKIX_RSA_PKCS1V15_2048_SHA256: 9,
	PKIX_RSA_PKCS1V15_3072_SHA256: 10,
	PKIX_RSA_PKCS1V15_4096_SHA256: 11,
	PKIX_ECDSA_P384_SHA_384: 12,
	PKIX_ECDSA_P521_SHA_512: 13,
	PKIX_RSA_PSS_2048_SHA256: 16,
	PKIX_RSA_PSS_3072_SHA256: 17,
	PKIX_RSA_PSS_4096_SHA256: 18,
	PKIX_ECDSA_P384_SHA_256: 19,
	PKIX_ECDSA_P521_SHA_256: 20,
	ML_DSA_65: 21,
	ML_DSA_87: 22,
	ML_DSA_44: 23
};
const ec = (curve, hash, details) => ({
	input: "digest",
	hash,
	key: "ec",
	node: {
		type: "ec",
		curve
	},
	padding: null,
	details
});
const rsa = (padding, bits, hash, details) => ({
	input: "digest",
	hash,
	key: "rsa",
	node: {
		type: "rsa",
		bits
	},
	padding,
	details
});
const whole = (key, type, details) => ({
	input: "message",
	hash: null,
	key,
	node: { type },
	padding: null,
	details
});
const mu = (type, details) => ({
	input: "mu",
	hash: null,
	key: "ml-dsa",
	node: { type },
	padding: null,
	details
});
const ALGORITHMS = {
	"ecdsa-p256-sha256": ec("prime256v1", "sha256", DETAILS.PKIX_ECDSA_P256_SHA_256),
	"ecdsa-p384-sha384": ec("secp384r1", "sha384", DETAILS.PKIX_ECDSA_P384_SHA_384),
	"ecdsa-p521-sha512": ec("secp521r1", "sha512", DETAILS.PKIX_ECDSA_P521_SHA_512),
	"ecdsa-secp256k1-sha256": ec("secp256k1", "sha256", null),
	"rsa-pkcs1-2048-sha256": rsa("pkcs1", 2048, "sha256", DETAILS.PKIX_RSA_PKCS1V15_2048_SHA256),
	"rsa-pkcs1-2048-sha384": rsa("pkcs1", 2048, "sha384", null),
	"rsa-pkcs1-2048-sha512": rsa("pkcs1", 2048, "sha512", null),
	"rsa-pkcs1-3072-sha256": rsa("pkcs1", 3072, "sha256", DETAILS.PKIX_RSA_PKCS1V15_3072_SHA256),
	"rsa-pkcs1-3072-sha384": rsa("pkcs1", 3072, "sha384", null),
	"rsa-pkcs1-3072-sha512": rsa("pkcs1", 3072, "sha512", null),
	"rsa-pkcs1-4096-sha256": rsa("pkcs1", 4096, "sha256", DETAILS.PKIX_RSA_PKCS1V15_4096_SHA256),
	"rsa-pkcs1-4096-sha384": rsa("pkcs1", 4096, "sha384", null),
	"rsa-pkcs1-4096-sha512": rsa("pkcs1", 4096, "sha512", null),
	"rsa-pss-2048-sha256": rsa("pss", 2048, "sha256", DETAILS.PKIX_RSA_PSS_2048_SHA256),
	"rsa-pss-2048-sha384": rsa("pss", 2048, "sha384", null),
	"rsa-pss-2048-sha512": rsa("pss", 2048, "sha512", null),
	"rsa-pss-3072-sha256": rsa("pss", 3072, "sha256", DETAILS.PKIX_RSA_PSS_3072_SHA256),
	"rsa-pss-3072-sha384": rsa("pss", 3072, "sha384", null),
	"rsa-pss-3072-sha512": rsa("pss", 3072, "sha512", null),
	"rsa-pss-4096-sha256": rsa("pss", 4096, "sha256", DETAILS.PKIX_RSA_PSS_4096_SHA256),
	"rsa-pss-4096-sha384": rsa("pss", 4096, "sha384", null),
	"rsa-pss-4096-sha512": rsa("pss", 4096, "sha512", null),
	ed25519: whole("ed25519", "ed25519", DETAILS.PKIX_ED25519),
	"ml-dsa-44": whole("ml-dsa", "ml-dsa-44", DETAILS.ML_DSA_44),
	"ml-dsa-65": whole("ml-dsa", "ml-dsa-65", DETAILS.ML_DSA_65),
	"ml-dsa-87": whole("ml-dsa", "ml-dsa-87", DETAILS.ML_DSA_87),
	"ml-dsa-44-external-mu": mu("ml-dsa-44", DETAILS.ML_DSA_44),
	"ml-dsa-65-external-mu": mu("ml-dsa-65", DETAILS.ML_DSA_65),
	"ml-dsa-87-external-mu": mu("ml-dsa-87", DETAILS.ML_DSA_87),
	"slh-dsa-sha2-128s": whole("slh-dsa", "slh-dsa-sha2-128s", null)
};
/**
* Algorithms of signatures that are checked. Beside the above, SHA-256 on any curve: sigstore_common.proto calls
* that deprecated and "used by most Sigstore clients". No key service signs so for us, and no policy names it.
*/
const CHECKED_ALGORITHMS = {
	...ALGORITHMS,
	"ecdsa-p384-sha256": ec("secp384r1", "sha256", DETAILS.PKIX_ECDSA_P384_SHA_256),
	"ecdsa-p521-sha256": ec("secp521r1", "sha256", DETAILS.PKIX_ECDSA_P521_SHA_256)
};
// packages/core/src/keys/choice.ts
/** The one algorithm that `offered` and `wanted` agree on. Throws KEY_ALGORITHM_UNSUPPORTED. */
function chooseAlgorithm(resource, offered, wanted) {
	const list = offered.join(", ");
	if (wanted !== void 0) {
		if (offered.includes(wanted)) return wanted;
		throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} does not sign with ${wanted}; it offers ${list === "" ? "nothing that is known here" : list}.`);
	}
	const [only] = offered;
	if (only !== void 0 && offered.length === 1) return only;
	throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", only === void 0 ? `${resource} offers no algorithm that is known here.` : `${resource} can sign in several ways.`, { remedy: only === void 0 ? void 0 : `Set key-algorithm to one of ${list}.` });
}
/**
* The digest of a request, which must be one that `algorithm` signs: a service that does not check its length
* would sign the digest of another hash. Throws KEY_ALGORITHM_UNSUPPORTED.
*/
function digestFor(resource, algorithm, request) {
	const { hash } = ALGORITHMS[algorithm];
	const { digest } = request;
	if (request.input !== "digest" || hash === null || request.hash !== hash || digest?.length !== DIGEST_BYTES[hash]) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${resource} (${algorithm}) cannot sign this kind of input.`);
	return digest;
}
// packages/core/src/keys/external-mu.ts
/** Bytes of `tr`, the hash of the public key (FIPS 204 §6.1), and of mu (§6.2). */
const HASH_BYTES = 64;
/** The prefix of M′ (FIPS 204 §5.2, algorithm 2 line 10): pure signing, and a context of no bytes. */
const PURE = 0;
const CONTEXT_LENGTH = 0;
/**
* The value that ML-DSA signs in place of a message (FIPS 204 §6.2, algorithm 7 line 6), with an empty context.
* `rawKey` is the encoded public key.
*/
function externalMu(rawKey, message) {
	const keyHash = createHash("shake256", { outputLength: HASH_BYTES }).update(rawKey).digest();
	return createHash("shake256", { outputLength: HASH_BYTES }).update(keyHash).update(Buffer.from([PURE, CONTEXT_LENGTH])).update(message).digest();
}
// packages/core/src/keys/near-key-uri.ts
/** Longer than any key URI. Forms are tried on the whole text. */
const MAX_TEXT = 512;
/** Returns texts that `text` may have meant. Not all of them are key URIs. */
function meantKeyUris(text, rewritings) {
	if (text.length > MAX_TEXT) return [];
	return rewritings.flatMap(([form, uri]) => {
		const match = form.exec(text.trim());
		return match === null ? [] : [uri(match)];
	});
}
/** A word in capitals in the place of a name, or a word in brackets, as forms and templates show them. */
const PLACEHOLDER = /<[^<>]*>|\{[^{}]*\}|(?<=[/:])[A-Z][A-Z_-]*(?=[/:.]|$)/g;
/** Names that are valid in some place each: a version, a project, a region, an account. */
const FILLINGS = ["1", "111122223333"];
/** Returns the placeholders in `text`, and the text with names in their places. */
function placeholdersIn(text) {
	if (text.length > MAX_TEXT) return {
		words: [],
		filled: []
	};
	const whole = text.trim().replaceAll(/\[[^[\]]*\]/g, "");
	return {
		words: [...new Set(whole.match(PLACEHOLDER))],
		filled: FILLINGS.map((filling) => whole.replaceAll(PLACEHOLDER, filling))
	};
}
// packages/core/src/keys/key-uri.ts
/** The part of a key URI before `://`. */
const keyScheme = (uri) => uri.split("://", 1)[0] ?? "";
function follows(text, { scheme, pattern }) {
	if (!text.startsWith(`${scheme}://`)) return false;
	const match = pattern.exec(text);
	return match !== null && URL.canParse(`https://${match.groups?.["host"] ?? "none"}`);
}
/** The parts of `uri`, which has to follow `grammar`. Throws KEY_URI_INVALID. */
function keyUriParts(uri, { scheme, pattern }) {
	const groups = pattern.exec(uri)?.groups;
	if (groups === void 0) throw new ClawError("KEY_URI_INVALID", `Not a ${scheme}:// key URI.`);
	return groups;
}
/** Schemes for a reader: `a://, b:// or c://`. */
function listedSchemes(schemes) {
	const shown = schemes.map((scheme) => `${scheme}://`);
	const last = shown.at(-1) ?? "";
	return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} or ${last}`;
}
/** Whether `text` looks like a private key, which belongs in no message. */
const isPrivateKey = (text) => text.includes("PRIVATE KEY");
/** Throws KEY_URI_INVALID for a copy of the form that is not filled in. Beside the form itself nobody would see what is wrong. */
function checkFilledIn(text, input, isKeyUri) {
	const { words, filled } = placeholdersIn(text);
	if (words.length === 0 || !filled.some(isKeyUri)) return;
	const [first = ""] = words;
	throw new ClawError("KEY_URI_INVALID", `Input ${input}: "${printable(text)}" still holds "${printable(first)}", which stands for a name of yours.`, { remedy: "Put the names of your own key in their places, as docs/keys.md shows for your service." });
}
/** Makes the language of all key URIs that follow one of `grammars`. */
function keyUris(grammars) {
	const schemes = grammars.map(({ scheme }) => scheme);
	const isKeyUri = (text) => grammars.some((grammar) => follows(text, grammar));
	const near = (text) => isPrivateKey(text) ? void 0 : meantKeyUris(text, grammars.flatMap((grammar) => grammar.near)).find(isKeyUri);
	const anyForm = `Write ${listedSchemes(schemes)} and the key as docs/keys.md has it, or keyless.`;
	const parse = (text, input) => {
		if (isKeyUri(text)) return text;
		if (isPrivateKey(text)) throw new ClawError("KEY_URI_INVALID", `Input ${input}: it looks like a private key, which no option accepts: keys stay in the KMS.`, { remedy: anyForm });
		checkFilledIn(text, input, isKeyUri);
		const own = grammars.filter(({ scheme }) => text.startsWith(`${scheme}://`));
		const forms = own.length > 0 ? own : grammars;
		const meant = near(text);
		throw new ClawError("KEY_URI_INVALID", `Input ${input}: "${printable(text)}" is not ${forms.map(({ form }) => form).join(", ")}.`, { remedy: meant === void 0 ? anyForm : `Write "${meant}".` });
	};
	const isPinned = (uri) => grammars.some((grammar) => follows(uri, grammar) && grammar.isPinned(keyUriParts(uri, grammar)));
	const parsePinned = (text, input) => {
		const uri = parse(text, input);
		if (isPinned(uri)) return uri;
		throw new ClawError("KEY_URI_INVALID", `Input ${input}: "${printable(text)}" names no version of a key.`);
	};
	return {
		schemes,
		parse,
		near,
		parsePinned,
		isPinned,
		isExample: (text) => grammars.some(({ examples }) => examples.includes(text))
	};
}
// packages/core/src/keys/key-vendor.ts
/** Returns a permission in the words for an error. */
const permissionText = ({ name, role }) => role === void 0 ? name : `${name}, as in ${role}`;
/** Returns the encoding of signatures by `algorithm`, given that of the service's ECDSA signatures. */
const arrivesAs = (algorithm, ecdsa) => ALGORITHMS[algorithm].key === "ec" ? ecdsa : "raw";
/** A client that is loaded and connected on first use, once however many ask. Where nothing was used, nothing is given back. */
function onFirstUse(load) {
	let loading;
	const client = () => loading ??= load();
	return {
		open: async (uri, algorithm) => (await client()).open(uri, algorithm),
		publicKey: async (uri, wanted) => (await client()).publicKey(uri, wanted),
		[Symbol.asyncDispose]: async () => {
			await (await loading?.catch(() => void 0))?.[Symbol.asyncDispose]();
		}
	};
}
/** Gives nothing back, for a client that borrows nothing. */
const nothingBorrowed = async () => void 0;
/** Makes the error for an empty input that should name who trusts this job. */
const credentialsMissing = (input, what) => new ClawError("CREDENTIALS_MISSING", `Input ${input} is empty.`, { remedy: `Name the ${what} that trusts this job, or set credentials: ambient to use what the machine has.` });
/** `key` as one that signs, with messages of up to `maxMessage` bytes. */
const signingKey = ({ uri, algorithm, publicKey, protectionLevel }, maxMessage, sign) => ({
	kind: "kms",
	uri,
	algorithm,
	publicKey,
	protectionLevel,
	maxMessage,
	sign
});
// packages/core/src/keys/public-key.ts
/** Returns the hint that cosign writes: base64(SHA-256(SPKI DER)). */
const publicKeyId = (spki) => createHash("sha256").update(spki).digest("base64");
/** Whether `key` is of the type, curve and size that `algorithm` demands. */
function fitsAlgorithm(key, algorithm) {
	const { type, curve, bits } = ALGORITHMS[algorithm].node;
	if (key.asymmetricKeyType !== type) return false;
	if (curve !== void 0 && key.asymmetricKeyDetails?.namedCurve !== curve) return false;
	return bits === void 0 || key.asymmetricKeyDetails?.modulusLength === bits;
}
/** Returns the algorithms that a key fits. An RSA key fits several, so its algorithm must be stated. */
function fittingAlgorithms(key) {
	return Object.keys(ALGORITHMS).filter(isAlgorithm).filter((name) => fitsAlgorithm(key, name) && ALGORITHMS[name].input !== "mu");
}
const isAlgorithm = (name) => Object.hasOwn(ALGORITHMS, name);
const unfit = (name, why, more = {}) => new ClawError("KEY_ALGORITHM_UNSUPPORTED", `Key "${name}": ${why}.`, more);
function importKey(name, spki) {
	if (typeof spki === "string" && !/^\s*-----BEGIN PUBLIC KEY-----/.test(spki)) throw unfit(name, "it is no PEM block that begins with -----BEGIN PUBLIC KEY-----, and private keys are never accepted", { remedy: "Give the public key as a PEM block." });
	try {
		return createPublicKey(typeof spki === "string" ? spki : {
			key: Buffer.from(spki),
			format: "der",
			type: "spki"
		});
	} catch (cause) {
		throw unfit(name, "this is not a SubjectPublicKeyInfo that can be read", { cause });
	}
}
/**
* Makes a trusted key from SubjectPublicKeyInfo, DER or PEM. Without `algorithm` it is inferred where the key
* allows only one. Throws KEY_ALGORITHM_UNSUPPORTED, also for a private key.
*/
function trustedKey(name, spki, options = {}) {
	const key = importKey(name, spki);
	const candidates = options.algorithm === void 0 ? fittingAlgorithms(key) : [options.algorithm];
	const [algorithm] = candidates;
	if (algorithm === void 0) throw unfit(name, `keys of type ${key.asymmetricKeyType ?? "unknown"} are not supported`);
	if (candidates.length > 1) throw unfit(name, `its algorithm is not stated, and it may be any of ${candidates.join(", ")}`, { remedy: "State its algorithm." });
	if (!fitsAlgorithm(key, algorithm)) throw unfit(name, `the key does not fit the algorithm ${algorithm}`);
	const der = key.export({
		type: "spki",
		format: "der"
	});
	return {
		name,
		keyId: publicKeyId(der),
		algorithm,
		key,
		uri: options.uri
	};
}
// packages/core/src/keys/signature.ts
/** The DER of DigestInfo before the digest (RFC 8017 §9.2, note 1). */
const DIGEST_INFO = {
	sha256: "3031300d060960864801650304020105000420",
	sha384: "3041300d060960864801650304020205000430",
	sha512: "3051300d060960864801650304020305000440"
};
/** The last byte of an encoded message (RFC 8017 §9.1.1, step 12). */
const PSS_TRAILER = 188;
/** The highest bit of the first byte is no part of the encoding: a modulus of whole bytes has one bit more (§9.1.1, step 11). */
const PSS_UNUSED_BIT = 128;
/** Zeros before the digest in M′ (§9.1.1, step 5). */
const PSS_ZEROS = Buffer.alloc(8);
/** Stands between the padding and the salt (§9.1.1, step 8). */
const PSS_SEPARATOR = 1;
/** Bytes of the counter of MGF1 (RFC 8017 appendix B.2.1). */
const MGF1_COUNTER_BYTES = 4;
/** The first byte of an uncompressed point (SEC 1 §2.3.3). */
const UNCOMPRESSED = 4;
/** A key for node:crypto. One that needs no options is passed bare: unwrapping it takes a sixth of an ECDSA verification. */
function verifyInput({ algorithm, key }) {
	const { padding } = CHECKED_ALGORITHMS[algorithm];
	if (padding === "pss") {
		const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
		return {
			key,
			padding: constants.RSA_PKCS1_PSS_PADDING,
			saltLength
		};
	}
	return padding === "pkcs1" ? {
		key,
		padding: constants.RSA_PKCS1_PADDING
	} : key;
}
/** RFC 8017 §8.1.2 and §8.2.2, step 1. OpenSSL would add a missing leading zero, so that two strings would be one signature. */
function hasKeyLength({ algorithm }, signature) {
	const fact = CHECKED_ALGORITHMS[algorithm];
	return fact.key !== "rsa" || signature.length * 8 === fact.node.bits;
}
/** Whether `signature` is one over `message`. ECDSA signatures are DER; PSS salts are as long as the digest. */
function verifyMessage(key, message, signature) {
	if (!hasKeyLength(key, signature)) return false;
	try {
		return verify(CHECKED_ALGORITHMS[key.algorithm].hash, message, verifyInput(key), signature);
	} catch {
		return false;
	}
}
/** Does what `verifyMessage` does, in libuv's threads: the signatures of many bundles are checked on all cores. */
function verifyMessageInThread(key, message, signature) {
	if (!hasKeyLength(key, signature)) return Promise.resolve(false);
	return new Promise((resolve) => {
		try {
			verify(CHECKED_ALGORITHMS[key.algorithm].hash, message, verifyInput(key), signature, (error, isValid) => {
				resolve(error === null && isValid);
			});
		} catch {
			resolve(false);
		}
	});
}
/** MGF1 of RFC 8017 appendix B.2.1. */
function maskGeneration(hash, seed, length) {
	const blocks = [];
	for (let counter = 0; blocks.length * DIGEST_BYTES[hash] < length; counter += 1) {
		const index = Buffer.alloc(MGF1_COUNTER_BYTES);
		index.writeUInt32BE(counter);
		blocks.push(createHash(hash).update(seed).update(index).digest());
	}
	return Buffer.concat(blocks).subarray(0, length);
}
/** EMSA-PSS-VERIFY of RFC 8017 §9.1.2 for a modulus of whole bytes and a salt as long as the digest. */
function isPssEncoding(encoded, hash, digest) {
	const size = DIGEST_BYTES[hash];
	const maskedLength = encoded.length - size - 1;
	if (maskedLength < size + 1 || encoded.at(-1) !== PSS_TRAILER) return false;
	if (((encoded[0] ?? PSS_UNUSED_BIT) & PSS_UNUSED_BIT) !== 0) return false;
	const seed = encoded.subarray(maskedLength, maskedLength + size);
	const mask = maskGeneration(hash, seed, maskedLength);
	const block = Buffer.from(encoded.subarray(0, maskedLength).map((byte, index) => byte ^ (mask[index] ?? 0)));
	block[0] = (block[0] ?? 0) & -129;
	const saltStart = maskedLength - size;
	const padding = block.subarray(0, saltStart);
	if (padding.at(-1) !== PSS_SEPARATOR || padding.subarray(0, -1).some((byte) => byte !== 0)) return false;
	const expected = createHash(hash).update(PSS_ZEROS).update(digest).update(block.subarray(saltStart)).digest();
	return timingSafeEqual(expected, seed);
}
function verifyRsaDigest({ algorithm, key }, digest, signature) {
	const { hash, padding } = CHECKED_ALGORITHMS[algorithm];
	if (hash === null) return false;
	if (padding === "pss") return isPssEncoding(publicDecrypt({
		key,
		padding: constants.RSA_NO_PADDING
	}, signature), hash, digest);
	return publicDecrypt({
		key,
		padding: constants.RSA_PKCS1_PADDING
	}, signature).equals(Buffer.concat([Buffer.from(DIGEST_INFO[hash], "hex"), digest]));
}
async function verifyEcdsaDigest({ algorithm, key }, digest, signature) {
	const { p256, p384, p521 } = await import("./load-noble-curves-nist.mjs");
	const { secp256k1 } = await import("./load-noble-curves-secp256k1.mjs");
	const curves = /* @__PURE__ */ new Map([
		["prime256v1", p256],
		["secp384r1", p384],
		["secp521r1", p521],
		["secp256k1", secp256k1]
	]);
	const fact = CHECKED_ALGORITHMS[algorithm];
	const curve = fact.key === "ec" ? curves.get(fact.node.curve) : void 0;
	if (curve === void 0) return false;
	const { x, y } = key.export({ format: "jwk" });
	if (x === void 0 || y === void 0) return false;
	const point = Buffer.concat([
		Buffer.from([UNCOMPRESSED]),
		Buffer.from(x, "base64url"),
		Buffer.from(y, "base64url")
	]);
	return curve.verify(signature, digest, point, {
		prehash: false,
		format: "der",
		lowS: false
	});
}
/**
* Whether `signature` is one over the message with this digest, by the hash of the algorithm. node:crypto has no
* such call. Throws KEY_ALGORITHM_UNSUPPORTED where the algorithm takes no digest.
*/
async function verifyDigest(key, digest, signature) {
	const fact = CHECKED_ALGORITHMS[key.algorithm];
	if (fact.hash === null) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${key.algorithm} signs whole messages, so a digest cannot be checked.`);
	if (digest.length !== DIGEST_BYTES[fact.hash] || !hasKeyLength(key, signature)) return false;
	try {
		return fact.key === "rsa" ? verifyRsaDigest(key, digest, signature) : await verifyEcdsaDigest(key, digest, signature);
	} catch {
		return false;
	}
}
// packages/core/src/ports.ts
/** The name of a key: its URI with the resolved version, or `keyless`. */
const keyName = (key) => key.kind === "kms" ? key.uri : key.kind;
/** Makes headers from either kind of credentials. */
const requestHeaders = (given) => typeof given === "function" ? given : async () => bearer((await given.mint()).token);
// packages/core/src/keys/signature-facts.ts
const exactly = (bytes, work) => ({
	bytes: [bytes, bytes],
	message: work,
	digest: work
});
/**
* DER of two numbers. Leading zeros make a number shorter; the chance that both together are 16 bytes shorter is
* below 2^-100. The lengths of different curves do not overlap.
*/
const curve = (greatest, message, digest) => ({
	bytes: [greatest - 16, greatest],
	message,
	digest
});
/** By curve, modulus or type. */
const FACTS = {
	prime256v1: curve(72, 100, 4e3),
	secp256k1: curve(72, 400, 2e3),
	secp384r1: curve(104, 800, 6e3),
	secp521r1: curve(139, 1600, 12e3),
	"2048": exactly(256, 50),
	"3072": exactly(384, 100),
	"4096": exactly(512, 100),
	ed25519: exactly(64, 150),
	"ml-dsa-44": exactly(2420, 200),
	"ml-dsa-65": exactly(3309, 300),
	"ml-dsa-87": exactly(4627, 400),
	"slh-dsa-sha2-128s": exactly(7856, 1500)
};
function signatureFact(algorithm) {
	const { node } = CHECKED_ALGORITHMS[algorithm];
	return FACTS[node.curve ?? String(node.bits ?? node.type)] ?? {
		bytes: [0, Number.POSITIVE_INFINITY],
		message: 12e3,
		digest: 12e3
	};
}
/** Whether a key of this algorithm can have made the signature at all. */
function canHaveMade(algorithm, content) {
	const { hash } = CHECKED_ALGORITHMS[algorithm];
	if (content.kind === "message" && hash !== content.hash) return false;
	const [least, greatest] = signatureFact(algorithm).bytes;
	return content.signature.length >= least && content.signature.length <= greatest;
}
/** Units of hashing or copying a payload once: one for each KiB. */
const payloadWork = (content) => content.kind === "envelope" ? Math.ceil(content.payload.length / 1024) : 0;
/** Units of checking the signature with one key of this algorithm. */
const signatureWork = (algorithm, content) => content.kind === "envelope" ? signatureFact(algorithm).message + payloadWork(content) : signatureFact(algorithm).digest;
export { ALGORITHMS, Base64Bytes, CHECKED_ALGORITHMS, ClawError, ERRORS, FILE_HASHES, IN_TOTO_PAYLOAD_TYPE, MAX_BUNDLE_BYTES, MAX_JSON_BYTES, MAX_MATERIAL_BYTES, MAX_SUBJECTS, MAX_SUBJECTS_PER_STATEMENT, MaterialBytes, PAE_PREFIX, SIGNATURE_PREDICATE_TYPE, SLSA_PROVENANCE_TYPE, ShortText, Token, arrivesAs, bearer, canHaveMade, checkProvenance, checkSubjectName, checkSubjects, checksumsText, chooseAlgorithm, crc32c, credentialsMissing, decodeBase64, decodePem, decodedText, digestFor, digestSet, encodePem, errorAddress, errorLine, exactObject, externalMu, fitsAlgorithm, isAlgorithm, isCommit, isFileHash, isIdentifying, isJsonObject, isPrintable, isRef, isRepository, isUri, isUtf16, jsonLines, keyName, keyScheme, keyUriParts, keyUris, line, listedSchemes, nothingBorrowed, onFirstUse, optionalField, parseBundle, parseBundles, parseChecksums, parseImage, parseJson, parseSha256, parseStatement, parseWorkflowRef, parsedInput, payloadWork, permissionText, preAuthEncoding, printable, printableText, publicKeyId, requestHeaders, requiredInput, requiredSha256, sha256FromBytes, signatureWork, signingKey, subjectDigests, systemCode, toldError, trustedKey, verifyDigest, verifyMessage, verifyMessageInThread, writeStatement };
