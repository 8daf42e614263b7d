import { __name } from "./rolldown-runtime.mjs";
import { array, check as check$2, custom, getDotPath, length, maxLength, minLength, nonEmpty, nullish, object, optional, picklist, pipe, rawTransform, record, regex, safeParse, strictObject, string, transform } from "./vendor-valibot.mjs";
import nodePath, { dirname, extname, isAbsolute, join, parse, relative, resolve } from "node:path";
import { Agent as Agent$1, request as request$1 } from "node:https";
import { Agent, request } from "node:http";
import { BlockList, Socket, isIP } from "node:net";
import { Worker } from "node:worker_threads";
import { availableParallelism } from "node:os";
import { connect, getCACertificates } from "node:tls";
import { constants as constants$1 } from "node:fs";
import { constants, createHash, createPublicKey, publicDecrypt, timingSafeEqual, verify } from "node:crypto";
import { glob, lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { once } from "node:events";
// packages/core/src/algorithms.ts
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
	"ecdsa-p256-sha256": ec("prime256v1", "sha256", 5),
	"ecdsa-p384-sha384": ec("secp384r1", "sha384", 12),
	"ecdsa-p521-sha512": ec("secp521r1", "sha512", 13),
	"ecdsa-secp256k1-sha256": ec("secp256k1", "sha256", null),
	"rsa-pkcs1-2048-sha256": rsa("pkcs1", 2048, "sha256", 9),
	"rsa-pkcs1-2048-sha384": rsa("pkcs1", 2048, "sha384", null),
	"rsa-pkcs1-2048-sha512": rsa("pkcs1", 2048, "sha512", null),
	"rsa-pkcs1-3072-sha256": rsa("pkcs1", 3072, "sha256", 10),
	"rsa-pkcs1-3072-sha384": rsa("pkcs1", 3072, "sha384", null),
	"rsa-pkcs1-3072-sha512": rsa("pkcs1", 3072, "sha512", null),
	"rsa-pkcs1-4096-sha256": rsa("pkcs1", 4096, "sha256", 11),
	"rsa-pkcs1-4096-sha384": rsa("pkcs1", 4096, "sha384", null),
	"rsa-pkcs1-4096-sha512": rsa("pkcs1", 4096, "sha512", null),
	"rsa-pss-2048-sha256": rsa("pss", 2048, "sha256", 16),
	"rsa-pss-2048-sha384": rsa("pss", 2048, "sha384", null),
	"rsa-pss-2048-sha512": rsa("pss", 2048, "sha512", null),
	"rsa-pss-3072-sha256": rsa("pss", 3072, "sha256", 17),
	"rsa-pss-3072-sha384": rsa("pss", 3072, "sha384", null),
	"rsa-pss-3072-sha512": rsa("pss", 3072, "sha512", null),
	"rsa-pss-4096-sha256": rsa("pss", 4096, "sha256", 18),
	"rsa-pss-4096-sha384": rsa("pss", 4096, "sha384", null),
	"rsa-pss-4096-sha512": rsa("pss", 4096, "sha512", null),
	ed25519: whole("ed25519", "ed25519", 7),
	"ml-dsa-44": whole("ml-dsa", "ml-dsa-44", 23),
	"ml-dsa-65": whole("ml-dsa", "ml-dsa-65", 21),
	"ml-dsa-87": whole("ml-dsa", "ml-dsa-87", 22),
	"ml-dsa-44-external-mu": mu("ml-dsa-44", 23),
	"ml-dsa-65-external-mu": mu("ml-dsa-65", 21),
	"ml-dsa-87-external-mu": mu("ml-dsa-87", 22),
	"slh-dsa-sha2-128s": whole("slh-dsa", "slh-dsa-sha2-128s", null)
};
/**
* What signatures are checked by: beside the above, what sigstore_common.proto calls deprecated and "used by
* most Sigstore clients", SHA-256 whatever the curve. No key service signs so for us, and no policy names it.
*/
const CHECKED_ALGORITHMS = {
	...ALGORITHMS,
	"ecdsa-p384-sha256": ec("secp384r1", "sha256", 19),
	"ecdsa-p521-sha256": ec("secp521r1", "sha256", 20)
};
// packages/core/src/digest-set.ts
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
/** Whether `value` is a digest of this hash: lower-case hexadecimal, as in-toto has it. */
const isDigestOf = (hash, value) => value.length === 2 * FILE_HASHES[hash].bytes && /^[0-9a-f]+$/.test(value);
// packages/core/src/error-table-evidence.ts
const EVIDENCE_ERRORS = {
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
	EVIDENCE_NOT_FOUND: {
		exit: 1,
		meaning: "There is no bundle to verify.",
		remedy: "Correct the pattern, or sign the artifact first."
	},
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
	},
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
	EVENT_REFUSED: {
		exit: 2,
		meaning: "Strangers may have started the run, so it gets neither a key nor a secret.",
		remedy: "Run the step on push, in the merge queue or by hand, or name the event in allow-events."
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
	INTERNAL: {
		exit: 3,
		meaning: "A mistake of ours: something failed that should have a code of its own.",
		remedy: "Report it with the name of the action and its version."
	}
};
// packages/core/src/error-table-input.ts
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
	},
	RUNNER_CONTRACT: {
		exit: 2,
		meaning: "The step does not run under a GitHub Actions runner, or the runner left out something it always gives.",
		remedy: "Run it as a step of a GitHub Actions workflow."
	},
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
// packages/core/src/error-table-key.ts
const KEY_ERRORS = {
	KEY_URI_INVALID: {
		exit: 2,
		meaning: "A key URI does not follow the grammar of its scheme.",
		remedy: "Write gcpkms://, awskms://, azurekms:// or hashivault:// and the key as docs/keys.md has it, or keyless."
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
	},
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
	},
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
	PREDICATE_INVALID: {
		exit: 2,
		meaning: "The predicate is not a JSON object of an allowed size and depth, or would override what the platform vouches for.",
		remedy: "Correct the predicate file or the predicate type."
	},
	EVENT_MISMATCH: {
		exit: 2,
		meaning: "The event file of the runner disagrees with the platform or with the OIDC token, or lacks what such an event has.",
		remedy: "Find out which step or process changed it."
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
	}
};
// packages/core/src/error-table-witness.ts
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
	},
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
// packages/core/src/errors.ts
const ERRORS = {
	...INPUT_ERRORS,
	...KEY_ERRORS,
	...WITNESS_ERRORS,
	...EVIDENCE_ERRORS
};
/**
* The one error class. `message` says what failed and for which input or artifact, `remedy` what to do;
* neither holds a token, a secret or text from outside that was not made printable. They are put together
* by `errorLine` alone, so that nothing is advised twice.
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
// packages/core/src/printable.ts
const MAX_SHOWN$1 = 200;
/**
* Characters that do not show as themselves, by what Unicode says of them: controls and separators of lines,
* format characters (bidi among them), what is ignored where it cannot be shown (variation selectors,
* joiners, fillers, tags), halves of pairs, private and non-characters. U+2800 is the one blank that no
* property tells.
*/
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/v;
/**
* Joiners, selectors and tags show as part of an emoji that is recommended for interchange, and of no other:
* two names that differ in them alone look alike. Spaces that are not U+0020 look like it.
*/
const PARTS = new RegExp(`(?<emoji>\\p{RGI_Emoji})|${HIDDEN.source}|[\\p{Zs}--[\\u0020]]`, "gv");
/** Whether every character of `text` shows as itself. */
function isPrintable(text) {
	return !HIDDEN.test(text) || !HIDDEN.test(text.replace(/\p{RGI_Emoji}/gv, "x"));
}
const escape = (text) => text.replace(PARTS, (part, emoji) => emoji === void 0 ? `\\u{${(part.codePointAt(0) ?? 0).toString(16)}}` : part);
/** `text` with hidden characters as \u{hex} and at most 200 characters, for messages. */
function printable(text) {
	const shown = escape(text.slice(0, 201));
	if (shown.length <= MAX_SHOWN$1) return shown;
	return `${escape(shown.slice(0, MAX_SHOWN$1))}…`;
}
/**
* All of `text` on one line, however long it is: `printable` cuts where a name would end, and what is
* advised comes last. The runner obeys `##[` anywhere in a line.
*/
const printableText = (text) => escape(text).replaceAll("##[", "## [");
// packages/core/src/digest.ts
/** 4 MiB is where throughput flattens out. */
const BUFFER_BYTES = 4194304;
const MIN_BUFFER_BYTES = 65536;
/** O_NONBLOCK: opening a FIFO must not wait for a writer. Windows has neither flag. */
const READ_FLAGS = constants$1.O_RDONLY | ("O_NOFOLLOW" in constants$1 ? constants$1.O_NOFOLLOW : 0) | ("O_NONBLOCK" in constants$1 ? constants$1.O_NONBLOCK : 0);
const identity = (stats) => [
	stats.dev,
	stats.ino,
	stats.size,
	stats.mtimeNs,
	stats.ctimeNs
].join(":");
async function readAll(handle, size, consume) {
	const room = Math.min(BUFFER_BYTES, Math.max(MIN_BUFFER_BYTES, Number(size)));
	const buffers = [Buffer.allocUnsafe(room), Buffer.allocUnsafe(room)];
	let total = 0n;
	let pending = handle.read(buffers[0], 0, room, null);
	for (let turn = 0;; turn += 1) {
		const { bytesRead, buffer } = await pending;
		if (bytesRead === 0) return total;
		pending = handle.read(buffers[turn % 2 === 0 ? 1 : 0], 0, room, null);
		pending.catch(() => {});
		consume(buffer.subarray(0, bytesRead));
		total += BigInt(bytesRead);
	}
}
/**
* How the encoding of a DSSE envelope begins. A signature over such a file, taken out of its bundle, would
* be one over the statement inside: whoever builds the file would choose what the key attests.
*/
const ENVELOPE_PREFIX = Buffer.from("DSSEv1 ");
async function digestHandle(handle, path, hashes) {
	const before = await handle.stat({ bigint: true });
	if (!before.isFile()) throw new ClawError("ARTIFACT_REFUSED", `"${printable(path)}" is not a regular file.`);
	const states = hashes.map((hash) => [hash, createHash(FILE_HASHES[hash].node)]);
	let head = Buffer.alloc(0);
	const total = await readAll(handle, before.size, (bytes) => {
		if (head.length < ENVELOPE_PREFIX.length) head = Buffer.concat([head, bytes.subarray(0, ENVELOPE_PREFIX.length - head.length)]);
		for (const [, state] of states) state.update(bytes);
	});
	const after = await handle.stat({ bigint: true });
	const named = await lstat(path, { bigint: true });
	if (total !== before.size || identity(before) !== identity(after) || identity(before) !== identity(named)) throw new ClawError("ARTIFACT_CHANGED", `"${printable(path)}" changed while it was hashed.`);
	if (head.equals(ENVELOPE_PREFIX)) throw new ClawError("ARTIFACT_REFUSED", `"${printable(path)}" begins like an encoded DSSE envelope; a signature over it would be one over a statement.`);
	return new Map(states.map(([hash, state]) => [hash, state.digest()]));
}
const codeOf = (error) => typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
/** A ClawError as it is; for what the file system answers, the code that `digestFile` documents. */
function readFailure(error, path) {
	if (error instanceof ClawError) return error;
	const code = codeOf(error);
	const shown = `"${printable(path)}"`;
	if (code === "ENOENT") return new ClawError("ARTIFACT_NOT_FOUND", `${shown} does not exist.`, { cause: error });
	if (code === "ELOOP" || code === "ENXIO" || code === "EISDIR") return new ClawError("ARTIFACT_REFUSED", `${shown} is not a regular file.`, { cause: error });
	return new ClawError("ARTIFACT_UNREADABLE", `${shown} could not be read (${printable(String(code))}).`, { cause: error });
}
/**
* Digests of the regular file at `path`, read once. Throws ARTIFACT_REFUSED for anything but a
* regular file and for an encoded DSSE envelope, ARTIFACT_CHANGED if it changes meanwhile, ARTIFACT_NOT_FOUND or ARTIFACT_UNREADABLE.
*/
async function digestFile(path, hashes) {
	try {
		await using handle = await open(path, READ_FLAGS);
		return await digestHandle(handle, path, hashes);
	} catch (error) {
		throw readFailure(error, path);
	}
}
// packages/core/src/absence.ts
/** What the line itself shows. A file of such a name would have been found. */
const SHAPES = [
	{
		shape: /^(["']).*\1$/,
		why: ", since the quotes are taken for a part of the name",
		remedy: "Write the name without quotes."
	},
	{
		shape: /,/,
		why: ", since commas do not part names",
		remedy: "Write each name or pattern on a line of its own."
	},
	{
		shape: /^\S*[/*]\S*(?: +\S*[/*]\S*)+$/,
		why: ", since spaces do not part names",
		remedy: "Write each name or pattern on a line of its own."
	},
	{
		shape: /^~\//,
		why: ", since ~ is not the home of anybody here",
		remedy: "Put the file into the workspace, and name it from there."
	}
];
/** Inputs whose lines are patterns, and for which the remedy of the code holds. */
const PATTERNS = /* @__PURE__ */ new Set(["artifacts", "bundles"]);
/** Of a policy, a checksums file or a predicate, which no build of this job need write. */
const NO_ARTIFACT = "Correct the path, which starts at the top of the workspace, or get the file before this step.";
async function absenceOf(root, pattern, input) {
	if ((await lstat(resolve(root, pattern)).catch(() => void 0))?.isDirectory() === true) return {
		why: ": it is a folder",
		remedy: `Write "${printable(`${pattern.replace(/\/+$/, "")}/**`)}" for the files in it.`
	};
	if ((await readdir(root).catch(() => [])).length === 0) return {
		why: ", which is empty",
		remedy: "Check the repository out or download the artifact before this step, as with actions/checkout."
	};
	return SHAPES.find(({ shape }) => shape.test(pattern)) ?? {
		why: "",
		remedy: PATTERNS.has(input) ? void 0 : NO_ARTIFACT
	};
}
/** The error for a pattern that selects nothing below `root`. */
async function absenceError(root, pattern, input) {
	const { why, remedy } = await absenceOf(root, pattern, input);
	return new ClawError("ARTIFACT_NOT_FOUND", `Input ${input}: "${printable(pattern)}" matches no file in the workspace${why}.`, { remedy });
}
// packages/core/src/sha256.ts
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
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
// packages/core/src/subject.ts
/** Every digest of a subject, hexadecimal, by its name in a statement. */
const digestsOf = ({ digest, further }) => new Map([...digest === void 0 ? [] : [["sha256", digest]], ...further ?? []]);
/** The SHA-256 of what was hashed here or named by it. Throws INTERNAL for anything else. */
function sha256Of({ digest, name }) {
	if (digest !== void 0) return digest;
	throw new ClawError("INTERNAL", `"${printable(name)}" is not known by SHA-256.`);
}
/** As many as GitHub and the peers accept in one statement. */
const MAX_SUBJECTS_PER_STATEMENT = 1024;
/** A run that names more is a mistaken pattern rather than a release. */
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
/** What a case-insensitive or normalising file system takes for the same name. */
const foldName = (name) => name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
/** Of an image one name stands for an index and its platforms; of everything else, for one digest. */
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
		const key = keyOf$1(subject);
		if (kept.has(key)) continue;
		const other = first.get(foldName(subject.name));
		if (other !== void 0) checkDifferent(subject, other);
		first.set(foldName(subject.name), subject);
		kept.set(key, subject);
	}
	return [...kept.values()].toSorted((a, b) => compare(a.name, b.name) || compare(keyOf$1(a), keyOf$1(b)));
}
const keyOf$1 = /* @__PURE__ */ __name((subject) => [...[...digestsOf(subject)].map((pair) => pair.join(":")).toSorted(), subject.name].join(" "), "keyOf");
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
// packages/core/src/patterns.ts
const MAX_PATHS = 4 * MAX_SUBJECTS;
const MAGIC = /[*?[{(]/;
async function matches(folder, pattern) {
	const found = [];
	for await (const path of glob(pattern, { cwd: folder })) {
		found.push(resolve(folder, path));
		if (found.length > MAX_PATHS) throw new ClawError("SUBJECT_LIMIT", `"${printable(pattern)}" matches over ${MAX_PATHS} paths.`);
	}
	return found;
}
/** Whether anything stands at `path`, a link to nothing included. */
const exists = (path) => lstat(path).then(() => true, () => false);
/**
* What stands there under the names that `line` spells: as far as folders of exactly these names lead, and
* below them with each bracket taken for a letter. undefined where that is the pattern itself: listed twice, a
* folder that changes meanwhile would differ from itself.
*/
async function named(root, line) {
	const top = isAbsolute(line) ? parse(line).root : root;
	const parts = line.slice(isAbsolute(line) ? top.length : 0).split("/");
	let folder = top;
	let isSpelled = false;
	while (parts[0] !== void 0 && await exists(join(folder, parts[0]))) {
		isSpelled ||= MAGIC.test(parts[0]);
		folder = join(folder, parts.shift() ?? "");
	}
	if (parts.length === 0) return {
		paths: [resolve(folder)],
		isName: true
	};
	if (!isSpelled && !parts.some((part) => part.includes("["))) return void 0;
	return {
		paths: await matches(folder, parts.join("/").replaceAll("[", "[[]")),
		isName: false
	};
}
/** What `line` means below `root`: the names that it spells before the pattern that it makes. Throws SUBJECT_LIMIT. */
async function meaningOf(root, line) {
	const pattern = await matches(root, line);
	if (!MAGIC.test(line)) return {
		paths: pattern,
		isName: true,
		others: []
	};
	const spelled = await named(root, line);
	if (spelled === void 0 || spelled.paths.length === 0) return {
		paths: pattern,
		isName: false,
		others: []
	};
	const { paths, isName } = spelled;
	const meant = new Set(paths);
	return {
		paths,
		isName,
		others: pattern.filter((path) => !meant.has(path))
	};
}
// packages/core/src/artifact-files.ts
/**
* The subject name of the file at `path`: relative to `root`, with forward slashes. `paths` are the rules
* of the platform, a parameter so that those of Windows are tested everywhere. Throws ARTIFACT_REFUSED
* for what is outside, another drive and a device name included.
*/
function subjectNameOf(root, path, paths) {
	const inside = paths.relative(root, path);
	if (paths.isAbsolute(inside) || inside.split(paths.sep)[0] === "..") throw new ClawError("ARTIFACT_REFUSED", `"${printable(path)}" is outside the workspace.`);
	return paths.sep === "/" ? inside : inside.replaceAll(paths.sep, "/");
}
async function checkedFile(root, path) {
	const name = subjectNameOf(root, path, nodePath);
	const refuse = (why, remedy) => ({
		name,
		path,
		refused: new ClawError("ARTIFACT_REFUSED", `"${printable(name)}" ${why}.`, { remedy })
	});
	try {
		const stats = await lstat(path);
		if (stats.isDirectory()) return "folder";
		if (stats.isSymbolicLink()) return refuse("is a symbolic link", "Name the file that it points to.");
		if (!stats.isFile()) return refuse("is not a regular file");
		if (await realpath(path) !== join(await realpath(root), relative(root, path))) return refuse("is reached through a symbolic link");
		return {
			name: checkSubjectName(name),
			path
		};
	} catch (error) {
		return {
			name,
			path,
			refused: readFailure(error, name)
		};
	}
}
function checkUnambiguous(meaning, line, input) {
	const [other] = meaning.others;
	if (other === void 0) return;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(line)}" is a name that stands there and, as a pattern, matches "${printable(other)}" too.`, { remedy: "Rename one of the two, or write a pattern that is nobody's name." });
}
async function pathsOf(root, { text, input, doubt }) {
	const meaning = await meaningOf(root, text);
	if (doubt === "throw") checkUnambiguous(meaning, text, input);
	return {
		paths: [...meaning.paths, ...meaning.others],
		isName: meaning.isName
	};
}
/** A link to one too. */
const leadsToFolder = (path) => stat(path).then((stats) => stats.isDirectory(), () => false);
/**
* What a line excludes. A folder goes with all that is in it by its name, or by a pattern that says so:
* `*.txt` means files, and a folder that somebody calls x.txt could hold anything.
*/
async function exclusionsOf(root, line) {
	const { paths, isName } = await pathsOf(root, line);
	if (isName || line.text.endsWith("**")) return paths;
	const folders = await Promise.all(paths.map(leadsToFolder));
	return paths.filter((_, index) => folders[index] !== true);
}
/**
* What `patterns` select below `root`, in the order of names. `!pattern` excludes. A pattern that selects
* nothing is an error of its own: a typo must not become an empty selection. Throws ARTIFACT_NOT_FOUND,
* ARTIFACT_REFUSED for a path outside, SUBJECT_LIMIT, and INPUT_INVALID for a name that is in doubt.
*/
async function select(root, patterns, input, doubt) {
	const excluded = /* @__PURE__ */ new Set();
	for (const line of patterns.filter((one) => one.startsWith("!"))) for (const path of await exclusionsOf(root, {
		text: line.slice(1),
		input,
		doubt
	})) excluded.add(path);
	const found = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Set();
	for (const text of patterns.filter((one) => !one.startsWith("!"))) {
		const { paths, isName } = await pathsOf(root, {
			text,
			input,
			doubt
		});
		const kept = paths.filter((path) => !excluded.has(path));
		const checked = await Promise.all(kept.map(async (path) => [path, await checkedFile(root, path)]));
		for (const [path, one] of checked) {
			if (one !== "folder") found.set(path, one);
			if (!isName) folders.add(one === "folder" ? path : dirname(path));
		}
		if (checked.every(([, one]) => one === "folder")) throw await absenceError(root, text, input);
	}
	return {
		found: [...found.values()].toSorted((a, b) => a.name < b.name ? -1 : 1),
		folders,
		excluded
	};
}
/** `found`, if all of it can be used. Throws why the first that cannot is refused. */
function usable(found) {
	return found.map((file) => {
		if ("refused" in file) throw file.refused;
		return file;
	});
}
/** The files that `patterns` select below `root`. Throws as `select`, and why the first is refused that cannot be used. */
async function selectFiles(root, patterns, input) {
	return usable((await select(root, patterns, input, "throw")).found);
}
/**
* What `patterns` match below `root`, with what cannot be used and why: for files that prove nothing by being
* there, among which anybody could have dropped a link, a pipe or an odd name. A name in doubt means all it can.
*/
async function findFiles(root, patterns, input) {
	return (await select(root, patterns, input, "report")).found;
}
/** The file at the absolute `path`. Throws as `selectFiles`. */
async function fileAt(root, path) {
	const found = await checkedFile(root, path);
	if (found === "folder") throw new ClawError("ARTIFACT_REFUSED", `"${printable(subjectNameOf(root, path, nodePath))}" is a folder.`);
	if ("refused" in found) throw found.refused;
	return found;
}
/** The one file that `path` names. Throws INPUT_INVALID where it matches more, and as `selectFiles`. */
async function selectFile(root, path, input) {
	const [file, other] = path.startsWith("!") ? [] : await selectFiles(root, [path], input);
	if (file !== void 0 && other === void 0) return file;
	throw new ClawError("INPUT_INVALID", other === void 0 ? `Input ${input}: "${printable(path)}" excludes, and one file is wanted.` : `Input ${input}: "${printable(path)}" matches "${printable(file?.name ?? "")}", "${printable(other.name)}" and perhaps more.`, { remedy: "Name exactly one file." });
}
// packages/core/src/base64.ts
/** Bytes of canonical, padded base64 in the standard or the URL-safe alphabet; undefined for anything else. */
function decodeBase64(text) {
	const bytes = Buffer.from(text, "base64");
	const standard = bytes.toString("base64");
	const urlSafe = standard.replaceAll("+", "-").replaceAll("/", "_");
	return text === standard || text === urlSafe ? bytes : void 0;
}
// packages/core/src/bounded-bytes.ts
/** All bytes of `stream`. More than `limit` of them throw what `refuse` makes; leaving the loop ends the stream. */
async function boundedBytes(stream, limit, refuse) {
	const chunks = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > limit) throw refuse();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
// packages/core/src/json.ts
/** Large enough for any SBOM that fits a statement; the peers' limit for predicates is the same. */
const MAX_JSON_BYTES = 16777216;
/**
* Values in one document. SBOMs and provenance of real builds have one in 15 bytes at the densest and one
* in 30 on average, so that any of them fits which is within the limit of bytes.
*/
const MAX_JSON_NODES = 1048576;
/** Real documents have 15 levels; whoever walks one recurses. */
const MAX_DEPTH = 64;
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
function keyOf(literal) {
	if (!literal.includes("\\")) return literal.slice(1, -1);
	try {
		return String(JSON.parse(literal));
	} catch {
		return literal;
	}
}
const OPENS_VALUE = /* @__PURE__ */ new Set("{[,");
/** What a document is made of, as far as it was read. It need not be JSON: that is for the parser to say. */
var Structure = class {
	/** Keys of each object that is open; undefined for an array. */
	#scopes = [];
	#limit;
	#nodes = 1;
	#isKeyNext = false;
	constructor(limit) {
		this.#limit = limit;
	}
	/** What is wrong after this character outside of a string. */
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
		return this.#scopes.length > MAX_DEPTH ? `is nested deeper than ${MAX_DEPTH} levels` : void 0;
	}
	/** What is wrong after this string, quotes included. */
	takeString(literal) {
		const keys = this.#isKeyNext ? this.#scopes.at(-1) : void 0;
		if (keys === void 0) return void 0;
		const key = keyOf(literal());
		if (keys.has(key)) return `has the key "${printable(key)}" twice in one object`;
		keys.add(key);
	}
};
const QUOTE = "\"".charCodeAt(0);
/** By character code: most characters of a document are none of these. */
const MARKS = Array.from({ length: 128 }, (_, code) => "{}[],:".includes(String.fromCharCode(code)));
function problemOf(text, nodes) {
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
/** The value of a JSON document within `limits`. `what` names it in messages. Throws JSON_INVALID. */
function parseJson(document, what, limits = {}) {
	const { bytes = MAX_JSON_BYTES, nodes = MAX_JSON_NODES } = limits;
	const refuse = (why) => new ClawError("JSON_INVALID", `${printable(what)} ${why}.`);
	if (Buffer.byteLength(document) > bytes) throw refuse(`is over ${bytes} bytes`);
	try {
		const text = decode(document);
		const problem = problemOf(text, nodes);
		if (problem !== void 0) throw refuse(problem);
		return JSON.parse(text);
	} catch (error) {
		throw error instanceof ClawError ? error : refuse("is not valid JSON in UTF-8");
	}
}
/** A JSON object as opposed to an array, null or a scalar. */
function isJsonObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// packages/core/src/limits.ts
/**
* A signature, a certificate, a timestamp, or the body or checkpoint of a log entry. The longest signature of
* any standard is that of SLH-DSA-256f with 49,856 bytes; a timestamp with the certificates and revocation
* lists of its authority has some 30 kB.
*/
const MAX_MATERIAL_BYTES = 131072;
/** A name or a pointer to a key: addresses of keys are the longest in use. */
const MAX_TEXT$1 = 2048;
// packages/core/src/schemas.ts
/** An object of exactly these fields. Valibot takes a list for an object. */
const exactObject = (entries) => pipe(custom(isJsonObject, "is not an object"), strictObject(entries));
/** Text that `decode` makes something of; `problem` where it gives undefined. */
const decodedText = (decode, problem) => pipe(string(), rawTransform(({ dataset, addIssue, NEVER }) => {
	const decoded = decode(dataset.value);
	if (decoded !== void 0) return decoded;
	addIssue({ message: problem });
	return NEVER;
}));
/** Bytes in canonical base64, at least one. */
const Base64Bytes = decodedText((text) => text === "" ? void 0 : decodeBase64(text), "is not canonical base64");
/** The same of a signature, a certificate or a timestamp, which are short. */
const MaterialBytes = pipe(string(), maxLength(Math.ceil(MAX_MATERIAL_BYTES / 3) * 4, `is over ${MAX_MATERIAL_BYTES} bytes`), Base64Bytes);
/** A name, or a pointer to a key. */
const ShortText = pipe(string(), maxLength(MAX_TEXT$1, `is over ${MAX_TEXT$1} characters`));
/** Any object, as it is. Valibot's record leaves out fields of some names, so that nobody would miss them. */
const AnyObject = custom(isJsonObject, "is not an object");
/** In protobuf's JSON null is absent, and some writers say it. */
const optionalField = (schema) => pipe(nullish(schema), transform((value) => value ?? void 0));
/** Type of a signed payload. What is not ASCII could look like another one. */
const PayloadType = pipe(string(), regex(/^[\x21-\x7e]{1,256}$/, "is not a media type in ASCII"));
// packages/core/src/bundle.ts
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
const MAX_ENTRIES$1 = 32;
/**
* Values of the document itself; its payload is one of them. As many log entries as there may be, each with
* the longest proof (63 hashes) and 17 fields, come to 2,560, and certificates and timestamps to 128.
*/
const BUNDLE_LIMITS = {
	bytes: MAX_BUNDLE_BYTES,
	nodes: 4096
};
/** Read by whoever verifies them. */
const LogEntries = pipe(array(AnyObject), maxLength(MAX_ENTRIES$1));
const Timestamps = pipe(array(exactObject({ signedTimestamp: MaterialBytes })), maxLength(MAX_ENTRIES$1));
const Certificate$1 = exactObject({ rawBytes: MaterialBytes });
const Bundle = exactObject({
	mediaType: custom(isMediaType, "is not a media type of a Sigstore bundle"),
	verificationMaterial: exactObject({
		publicKey: optionalField(exactObject({ hint: nullish(ShortText, "") })),
		certificate: optionalField(Certificate$1),
		x509CertificateChain: optionalField(exactObject({ certificates: pipe(array(Certificate$1), maxLength(MAX_ENTRIES$1)) })),
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
function contentOf({ dsseEnvelope, messageSignature }) {
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
function certificateSigner({ certificate, x509CertificateChain }, refuse) {
	const [leaf, ...others] = (certificate === void 0 ? x509CertificateChain?.certificates ?? [] : [certificate]).map(({ rawBytes }) => rawBytes);
	if (leaf === void 0) throw refuse("has an empty certificate chain");
	return {
		kind: "certificate",
		chain: [leaf, ...others]
	};
}
function signerOf$1({ verificationMaterial, dsseEnvelope }, refuse) {
	const { publicKey, certificate, x509CertificateChain } = verificationMaterial;
	if ([
		publicKey,
		certificate,
		x509CertificateChain
	].filter((material) => material !== void 0).length !== 1) throw refuse("needs exactly one of publicKey, certificate and x509CertificateChain");
	if (publicKey === void 0) return certificateSigner(verificationMaterial, refuse);
	const keyid = dsseEnvelope?.signatures[0]?.keyid ?? "";
	if (keyid !== "" && keyid !== publicKey.hint) throw refuse("names one key in its hint and another in its envelope");
	return {
		kind: "key",
		hint: publicKey.hint
	};
}
__name(signerOf$1, "signerOf");
/** The bundle that the value of a JSON document is; `name` is for messages. Throws BUNDLE_INVALID. */
function bundleFromJson(json, document, name) {
	const refuse = (why) => new ClawError("BUNDLE_INVALID", `The bundle "${printable(name)}" ${why}.`);
	const result = safeParse(Bundle, json, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		throw refuse(`is not valid at ${printable(getDotPath(issue) ?? "its top")}: ${printable(issue.message)}`);
	}
	const content = contentOf(result.output);
	if (content === void 0) throw refuse("needs exactly one of dsseEnvelope and messageSignature");
	const { tlogEntries, timestampVerificationData } = result.output.verificationMaterial;
	return {
		digest: sha256FromBytes(createHash("sha256").update(document).digest()),
		version: VERSIONS[result.output.mediaType],
		signer: signerOf$1(result.output, refuse),
		content,
		logEntries: tlogEntries,
		timestamps: (timestampVerificationData?.rfc3161Timestamps ?? []).map(({ signedTimestamp }) => signedTimestamp)
	};
}
/** Reads one bundle; `name` is its path, for messages. Throws BUNDLE_INVALID or JSON_INVALID. */
const parseBundle = (document, name) => bundleFromJson(parseJson(document, `The bundle "${name}"`, BUNDLE_LIMITS), document, name);
// packages/core/src/pem.ts
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
// packages/core/src/dsse-envelope.ts
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
const signerOf = (keyid, certificate) => certificate === null || certificate === void 0 ? {
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
		signer: signerOf(keyid, cert),
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
// packages/core/src/json-lines.ts
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
function* linesOf(text) {
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
	return isOnePerLine(text) ? linesOf(text) : void 0;
}
// packages/core/src/utf16.ts
/** Whether a document of mostly ASCII is in UTF-16: it has a byte order mark, or a zero beside its first character. */
const isUtf16 = ([first = 1, second = 1]) => first === 255 && second === 254 || first === 254 && second === 255 || first === 0 !== (second === 0);
// packages/core/src/bundle-file.ts
/** More than any tool downloads at once; a file with more is refused, never read in part. */
const MAX_BUNDLES_PER_FILE = 1024;
/** What other tools write. */
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
const formOf = (json, otherwise) => OTHER_FORMS.find(({ has }) => isJsonObject(json) && has.every((field) => Object.hasOwn(json, field))) ?? otherwise;
/** What a document is instead of a bundle, and what would be one. */
function refusalOf(json, name) {
	const { what, path } = Array.isArray(json) ? formOf(json[0], {
		what: "an array",
		has: [],
		path: ""
	}) : formOf(json, {
		what: "something else",
		has: []
	});
	const filter = `${Array.isArray(json) ? ".[]" : ""}${path ?? ""}`;
	return new ClawError("BUNDLE_INVALID", `"${printable(name)}" is ${what}.`, { remedy: path === void 0 ? `${WANTED}.` : `${WANTED}: jq -c '${filter}' makes them.` });
}
/** The bundles that one JSON document holds: one, or one for each signature of an envelope. */
function bundlesOf(document, name) {
	const json = parseJson(document, `The bundle "${name}"`, BUNDLE_LIMITS);
	if (isJsonObject(json) && Object.hasOwn(json, "mediaType")) return [bundleFromJson(json, document, name)];
	if (isEnvelope(json)) return envelopesFromJson(json, document, name);
	throw refusalOf(json, name);
}
function read(document, name) {
	try {
		return bundlesOf(document, name).map((bundle) => ({
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
const refused$1 = /* @__PURE__ */ __name((name, why, remedy) => [{
	name,
	refused: new ClawError("BUNDLE_INVALID", `"${printable(name)}" ${why}.`, { remedy })
}], "refused");
function readLines(lines, name) {
	const found = [];
	let count = 0;
	for (const { number, document } of lines) {
		count += 1;
		if (count > 1024) return refused$1(name, `has more than ${MAX_BUNDLES_PER_FILE} bundles`, "Split the file.");
		found.push(...read(document, `${name}:${number}`));
	}
	return found;
}
/** Reads a file of evidence, at least one of which is given back; `name` is its path. */
function parseBundles(document, name) {
	if (isUtf16(document)) return refused$1(name, "is in UTF-16", "Write it in UTF-8: in PowerShell, with -Encoding utf8.");
	const lines = jsonLines(document);
	return lines === void 0 ? read(document, name) : readLines(lines, name);
}
// packages/core/src/checksums.ts
/** Where no tag says it, the length does. BLAKE2 and SHA-3 of these lengths have no form of their own, and never match. */
const HASH_OF_LENGTH = {
	64: "sha256",
	96: "sha384",
	128: "sha512"
};
/** As the BSDs and openssl 1 write them, and as openssl 3 does. */
const HASH_OF_TAG = {
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
* The text of a checksums file. Windows PowerShell writes UTF-16 and says so in its byte order mark; everything
* else is UTF-8. Throws CHECKSUMS_INVALID for what is not.
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
function fieldsOf(line) {
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
	const fields = fieldsOf(line);
	if (fields === void 0) throw new ClawError("CHECKSUMS_INVALID", `${place}: "${printable(line)}" is not a checksum line.`);
	const { tag, name, digest } = fields;
	const hash = tag === void 0 ? HASH_OF_LENGTH[digest.length] : HASH_OF_TAG[tag];
	if (hash === void 0 || !isDigestOf(hash, digest)) throw new ClawError("DIGEST_INVALID", `${place}: ${tag === void 0 ? `${digest.length} hexadecimal digits are` : `${printable(tag)} with ${digest.length} hexadecimal digits is`} no digest of SHA-2 or SHA-3 of 256 bits or more.`);
	return {
		name: checkSubjectName(name, place),
		hash,
		digest,
		place
	};
}
/** Comments and empty lines are skipped as sha256sum -c skips them: neither can name a file. */
const holdsNothing = (line) => line === "" || line.startsWith("#");
/** One digest a name and hash; the same line again adds nothing. */
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
* The digests that the text of a checksums file lists. A line that is neither a checksum nor a comment is an error, never
* skipped: skipping is how a mistyped file ends in a signature over nothing. Throws CHECKSUMS_INVALID,
* DIGEST_INVALID, ARTIFACT_REFUSED or SUBJECT_DUPLICATE, with the line.
*/
function parseChecksums(text, file) {
	const entries = text.split(/\r?\n/).flatMap((line, index) => holdsNothing(line) ? [] : [parseLine(line, `"${printable(file)}" line ${index + 1}`)]);
	if (entries.length === 0) throw new ClawError("CHECKSUMS_INVALID", `"${printable(file)}" holds no checksum.`);
	return merged(entries);
}
// packages/core/src/crc32c.ts
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
	let value = index;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? value >>> 1 ^ 2197175160 : value >>> 1;
	return value >>> 0;
});
/** The checksum as an unsigned 32-bit number. */
function crc32c(bytes) {
	let value = 4294967295;
	for (const byte of bytes) value = value >>> 8 ^ (TABLE[(value ^ byte) & 255] ?? 0);
	return (value ^ 4294967295) >>> 0;
}
// packages/core/src/digest-pool.ts
const LARGE_BYTES = 67108864;
const MAX_THREADS = 8;
/** The worker stands beside this module, as .ts in the sources and as .mjs in dist/. */
const workerUrl = () => new URL(`./digest-worker${extname(import.meta.url)}`, import.meta.url);
async function runQueue(queue, results) {
	const worker = new Worker(workerUrl());
	try {
		for (let task = queue.pop(); task !== void 0; task = queue.pop()) {
			const answer = once(worker, "message");
			worker.postMessage(task);
			const [message] = await answer;
			if (message === void 0) throw new ClawError("INTERNAL", "A hashing thread gave no answer.");
			if (message.code !== void 0) throw new ClawError(message.code, message.message, { remedy: message.remedy });
			results.set(task.path, message.digests);
		}
	} finally {
		await worker.terminate();
	}
}
async function sizeOf(path) {
	return stat(path).then((stats) => stats.size, () => 0);
}
/**
* Digests of every file, by path. Several large files are hashed in parallel, one thread each up to
* the number of cores; the rest one after the other. Throws as `digestFile`.
*/
async function digestFiles(paths, hashes) {
	const large = (await Promise.all(paths.map(async (path) => ({
		path,
		size: await sizeOf(path)
	})))).filter(({ size }) => size >= LARGE_BYTES);
	const parallel = large.length >= 2 ? large : [];
	const queue = parallel.toSorted((a, b) => a.size - b.size).map(({ path }) => ({
		path,
		hashes
	}));
	const threads = Math.min(queue.length, availableParallelism(), MAX_THREADS);
	const results = /* @__PURE__ */ new Map();
	const pools = Array.from({ length: threads }, () => runQueue(queue, results));
	const inPool = new Set(parallel.map(({ path }) => path));
	const here = async () => {
		for (const path of paths) if (!inPool.has(path)) results.set(path, await digestFile(path, hashes));
	};
	await Promise.all([...pools, here()]);
	return results;
}
// packages/core/src/document.ts
async function fill(handle, buffer) {
	let length = 0;
	while (length < buffer.length) {
		const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
		if (bytesRead === 0) break;
		length += bytesRead;
	}
	return length;
}
/**
* The bytes of a regular file of at most `limit` bytes. Throws `code` where it is larger, ARTIFACT_REFUSED
* for a link or a device, ARTIFACT_CHANGED if its size changes meanwhile, ARTIFACT_NOT_FOUND or ARTIFACT_UNREADABLE.
*/
async function readDocument({ path, name }, { limit, code }) {
	try {
		await using handle = await open(path, READ_FLAGS);
		const stats = await handle.stat();
		if (!stats.isFile()) throw new ClawError("ARTIFACT_REFUSED", `"${printable(name)}" is not a regular file.`);
		if (stats.size > limit) throw new ClawError(code, `"${printable(name)}" is over ${limit} bytes.`);
		const buffer = Buffer.alloc(stats.size + 1);
		if (await fill(handle, buffer) !== stats.size) throw new ClawError("ARTIFACT_CHANGED", `"${printable(name)}" changed while it was read.`);
		return buffer.subarray(0, stats.size);
	} catch (error) {
		throw readFailure(error, name);
	}
}
// packages/core/src/subject-selection.ts
const MAX_CHECKSUMS_BYTES = 4194304;
/** The checksums file that `path` names, and what it lists. */
async function readChecksums(root, path) {
	const file = await selectFile(root, path, "checksums");
	return {
		file,
		listed: parseChecksums(checksumsText(await readDocument(file, {
			limit: MAX_CHECKSUMS_BYTES,
			code: "CHECKSUMS_INVALID"
		}), file.name), file.name)
	};
}
/** One subject a name, by every digest that the list has of it. */
function fromListed(listed) {
	return [...Map.groupBy(listed, ({ name }) => name)].map(([name, entries]) => {
		const { digest } = entries.find(({ hash }) => hash === "sha256") ?? {};
		const further = entries.filter(({ hash }) => hash !== "sha256");
		return {
			name,
			digest: digest !== void 0 && isSha256(digest) ? digest : void 0,
			...further.length === 0 ? {} : { further: new Map(further.map((one) => [one.hash, one.digest])) },
			source: "checksums"
		};
	});
}
/** What a list has of a file that was hashed here adds nothing where it agrees; otherwise it stays, as a second subject of one name. */
function withoutAgreeing(others, files) {
	return others.filter((other) => {
		const own = files.get(other.name)?.digests;
		const agrees = ([hash, digest]) => Buffer.from(own?.get(hash) ?? []).toString("hex") === digest;
		return other.source !== "checksums" || own === void 0 || ![...digestsOf(other)].every(agrees);
	});
}
const fromAnnounced = (subject) => ({
	name: checkSubjectName(subject.name),
	digest: parseSha256(subject.digest, "GITHUB_ARTIFACTS_LIST"),
	source: "announced"
});
function namesNothing(sources) {
	return sources.artifacts.length === 0 && sources.images.length === 0 && sources.checksums === void 0;
}
/** Files that were hashed here, and everything else that is named. `hashes` are computed beside SHA-256. */
async function hashSubjects(files, others, hashes) {
	const digests = await digestFiles(files.map(({ path }) => path), [.../* @__PURE__ */ new Set(["sha256", ...hashes])]);
	const hashed = files.map(({ name, path }) => ({
		name,
		path,
		digests: digests.get(path) ?? /* @__PURE__ */ new Map()
	}));
	const subjects = hashed.map(({ name, digests: own }) => {
		const digest = own.get("sha256");
		if (digest === void 0) throw new ClawError("INTERNAL", "A file was not hashed.");
		return {
			name,
			digest: sha256FromBytes(digest),
			source: "file"
		};
	});
	const byName = new Map(hashed.map(({ name, path, digests: own }) => [name, {
		path,
		digests: own
	}]));
	return {
		subjects: checkSubjects([...subjects, ...withoutAgreeing(others, byName)]),
		files: byName
	};
}
/**
* All subjects that the inputs of a signing step name, hashed and checked; what a checksums file lists is
* taken at its word. The gate uses `selectDeployment`, which takes no word. Throws a ClawError.
*/
async function selectSubjects(root, sources, hashes = []) {
	if (namesNothing(sources)) return {
		subjects: checkSubjects(sources.announced.map(fromAnnounced)),
		files: /* @__PURE__ */ new Map()
	};
	const images = sources.images.map((image) => parseImage(image, "images"));
	const { listed } = sources.checksums === void 0 ? { listed: [] } : await readChecksums(root, sources.checksums);
	const files = await selectFiles(root, sources.artifacts, "artifacts");
	const names = new Set(files.map(({ name }) => name));
	const compared = listed.filter(({ name }) => names.has(name)).map(({ hash }) => hash);
	return hashSubjects(files, [...images, ...fromListed(listed)], [...hashes, ...compared]);
}
// packages/core/src/whole-folders.ts
const MAX_ENTRIES = 4 * MAX_SUBJECTS;
const MAX_SHOWN = 3;
async function list(folder, listing) {
	const { known, seen, left } = listing;
	if (known.has(folder) || seen.has(folder)) return;
	seen.add(folder);
	const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
		throw readFailure(error, folder);
	});
	for (const entry of entries) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) await list(path, listing);
		else if (!seen.has(path)) {
			seen.add(path);
			if (!known.has(path)) left.push(path);
		}
		if (seen.size > MAX_ENTRIES) throw new ClawError("SUBJECT_LIMIT", `The folders of the artifacts hold over ${MAX_ENTRIES} paths.`);
	}
}
/** Files would be selected and their folder excluded: one of the two is not what was meant. */
function checkExclusions({ found, excluded }, root, input) {
	for (const { name } of found) {
		const parts = name.split("/");
		const folder = parts.map((_, index) => parts.slice(0, index).join("/")).find((above) => excluded.has(join(root, above)));
		if (folder !== void 0) throw new ClawError("INPUT_INVALID", `Input ${input}: a line excludes the folder "${printable(folder)}", and another selects "${printable(name)}" in it.`, { remedy: `Write "!${printable(folder)}/**" to exclude the files too.` });
	}
}
/**
* Throws ARTIFACT_REFUSED where something lies in the folders of a selection that is neither selected, nor
* excluded by name or with its folder, nor in `known`, the paths that the step reads for other inputs.
*/
async function checkFoldersWhole(root, selection, { input, known }) {
	checkExclusions(selection, root, input);
	const listing = {
		known: /* @__PURE__ */ new Set([
			...selection.excluded,
			...selection.found.map(({ path }) => path),
			...known
		]),
		seen: /* @__PURE__ */ new Set(),
		left: []
	};
	for (const folder of selection.folders) await list(folder, listing);
	if (listing.left.length === 0) return;
	const names = listing.left.map((path) => subjectNameOf(root, path, nodePath)).toSorted();
	const shown = names.slice(0, MAX_SHOWN).map((name) => `"${printable(name)}"`);
	const rest = names.length > MAX_SHOWN ? ` and ${names.length - MAX_SHOWN} more` : "";
	throw new ClawError("ARTIFACT_REFUSED", `Input ${input}: ${shown.join(", ")}${rest} would be deployed with the folder, and nothing selects it.`, { remedy: "Select it, exclude it by name after \"!\", or keep what is deployed in a folder of its own." });
}
// packages/core/src/deployment.ts
/** A list is made in the workspace or beside the files, and its names are relative to where it was made. */
async function fileOf(root, checksums, listed) {
	const places = new Set([root, dirname(checksums.path)].map((folder) => resolve(folder, listed.name)));
	const standing = [];
	for (const path of places) if (await exists(path)) standing.push(path);
	const [path, other] = standing;
	if (path === void 0) throw new ClawError("ARTIFACT_NOT_FOUND", `${listed.place}: "${printable(listed.name)}" is no file in the workspace, and the gate judges only what it can hash.`, { remedy: "Put the file there, or name images in the input images." });
	if (other !== void 0) throw new ClawError("INPUT_INVALID", `${listed.place}: "${printable(listed.name)}" is a file both in the workspace and beside the list.`, { remedy: "Remove the one that is not meant." });
	return {
		file: await fileAt(root, path),
		listed
	};
}
async function listedFiles(root, checksums) {
	if (checksums === void 0) return [];
	const { file, listed } = await readChecksums(root, checksums);
	const files = [];
	for (const one of listed) files.push(await fileOf(root, file, one));
	return files;
}
/** With the folders of listed files, save the workspace: that holds the checkout and the files of the step. */
const withListed = (root, selection, listed) => ({
	...selection,
	found: [...new Map([...selection.found, ...listed.map(({ file }) => file)].map((file) => [file.path, file])).values()],
	folders: /* @__PURE__ */ new Set([...selection.folders, ...listed.map(({ file }) => dirname(file.path)).filter((folder) => folder !== resolve(root))])
});
/**
* The files and images that `sources` name. `known` are the paths that the step reads for other inputs: they
* may lie beside the artifacts. Throws as `selectFiles` and `checkFoldersWhole`, ARTIFACT_NOT_FOUND for a
* listed file that is absent, and why a checksums file is refused.
*/
async function selectDeployment(root, { artifacts, images, checksums }, known) {
	const [selection, listed] = await Promise.all([select(root, artifacts, "artifacts", "throw"), listedFiles(root, checksums)]);
	const whole = withListed(root, selection, listed);
	const files = usable(whole.found);
	await checkFoldersWhole(root, whole, {
		input: "artifacts",
		known
	});
	return {
		files,
		images: images.map((image) => parseImage(image, "images")),
		listed
	};
}
function checkListed({ file, listed }, { files }) {
	const digest = files.get(file.name)?.digests.get(listed.hash);
	if (digest !== void 0 && Buffer.from(digest).toString("hex") === listed.digest) return;
	throw new ClawError("CHECKSUM_MISMATCH", `${listed.place}: "${printable(file.name)}" does not have the ${listed.hash} digest that is listed.`);
}
/** Hashes them, by `hashes` and SHA-256. Throws CHECKSUM_MISMATCH for a listed file of another digest, and as `digestFiles`. */
async function hashDeployment({ files, images, listed }, hashes) {
	const selected = await hashSubjects(files, images, [...hashes, ...listed.map(({ listed: one }) => one.hash)]);
	for (const one of listed) checkListed(one, selected);
	return selected;
}
// packages/core/src/dsse.ts
/** Pre-authentication encoding: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body; lengths in bytes, ASCII decimal. */
function preAuthEncoding(payloadType, payload) {
	const type = Buffer.from(payloadType);
	return Buffer.concat([
		Buffer.from(`DSSEv1 ${type.length} `),
		type,
		Buffer.from(` ${payload.length} `),
		payload
	]);
}
// packages/core/src/http-date.ts
const FORM = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/;
/** Milliseconds since 1970; undefined for what is no date. */
function httpDate(text) {
	const time = FORM.test(text) ? Date.parse(text) : NaN;
	return Number.isNaN(time) ? void 0 : time;
}
// packages/core/src/clock-skew.ts
/** Below it, clocks agree as far as a header in whole seconds and a slow answer can tell. */
const AGREES_SECONDS = 30;
/** Seconds by which our clock is ahead; negative where it is behind. undefined without a date. */
function clockSkew(date, clock) {
	const time = httpDate(date ?? "");
	return time === void 0 ? void 0 : Math.round((clock.now() - time) / 1e3);
}
/** Whether a skew is large enough to be the cause of a refusal. */
const isSkewed = (skew) => Math.abs(skew ?? 0) > AGREES_SECONDS;
/** How the clocks differ, as a clause. */
const timeProblem = (skew) => skew === void 0 ? "the clock of this machine may be wrong" : `the clock of this machine is ${Math.abs(skew)} s ${skew > 0 ? "ahead of" : "behind"} that of the service`;
// packages/core/src/endpoint.ts
const LOOPBACK$1 = /* @__PURE__ */ new Set([
	"127.0.0.1",
	"[::1]",
	"localhost"
]);
/** What a URL that cannot be read would show of credentials and tokens in it. */
const SECRET_PARTS = /(?<=\/\/).*@|[?#].*$/gs;
const isLoopback = (url) => LOOPBACK$1.has(url.hostname);
/** An https URL, or http on loopback, without credentials, query or fragment. Throws ENDPOINT_INSECURE or INPUT_INVALID. */
function parseEndpoint(text, input) {
	const url = URL.parse(text);
	if (url === null) throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text.replaceAll(SECRET_PARTS, "…"))}" is not a URL.`);
	if (!(url.protocol === "https:" || url.protocol === "http:" && isLoopback(url)) || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") throw new ClawError("ENDPOINT_INSECURE", `Input ${input}: "${printable(`${url.protocol}//${url.host}`)}" is neither https nor loopback, or its URL has credentials, a query or a fragment.`);
	return url;
}
// packages/core/src/error-line.ts
/** Where the documentation is for readers of a log, who have no copy of it beside them. */
const DOCUMENTATION = "https://github.com/open-claw/open-claw/blob/main/docs";
/** The page of all errors; reasons of a denial have their place on it too. */
const errorAddress = (code) => `${DOCUMENTATION}/errors.md#${code.toLowerCase()}`;
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
	return `${code}: ${message} ${remedy} ${address}`;
}
// packages/core/src/external-mu.ts
/** What ML-DSA signs in place of the message (FIPS 204 §6.2, algorithm 7 line 6), with an empty context. `rawKey` is the encoded public key. */
function externalMu(rawKey, message) {
	const keyHash = createHash("shake256", { outputLength: 64 }).update(rawKey).digest();
	return createHash("shake256", { outputLength: 64 }).update(keyHash).update(Buffer.from([0, 0])).update(message).digest();
}
// packages/core/src/proxy.ts
/** A variable that is set to nothing is not set. Lower case comes first, as in curl and Go. */
const variable$1 = /* @__PURE__ */ __name((environment, name) => [environment[name], environment[name.toUpperCase()]].find((value) => value !== void 0 && value !== "") ?? "", "variable");
/** A user or password that is not percent-encoded would fail at the first request, deep in a client. */
function isDecodable(text) {
	try {
		return true;
	} catch {
		return false;
	}
}
/** Throws INPUT_INVALID, without the value: it may hold a password. */
function parseProxy(text) {
	const url = URL.parse(text);
	if (url === null || !["http:", "https:"].includes(url.protocol) || !isDecodable(url.username + url.password)) throw new ClawError("INPUT_INVALID", "Variable HTTPS_PROXY: its value is not the URL of an HTTP proxy.", { remedy: "Write http://HOST:PORT, with what is special in user and password percent-encoded." });
	return url;
}
const bare = (host) => host.replace(/^\[|\]$/g, "").replace(/\.$/, "");
const family = (address) => isIP(address) === 6 ? "ipv6" : "ipv4";
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");
/** No proxy can reach the loopback of this machine. */
const isOwnMachine = (host) => host === "localhost" || host.endsWith(".localhost") || isIP(host) > 0 && LOOPBACK.check(host, family(host));
function isInNetwork(host, entry) {
	const [, address = "", bits] = /^(.+)\/([0-9]{1,3})$/.exec(entry) ?? [];
	const length = Number(bits);
	if (isIP(host) === 0 || isIP(address) !== isIP(host) || length > (isIP(host) === 6 ? 128 : 32)) return false;
	const network = new BlockList();
	network.addSubnet(address, length, family(address));
	return network.check(host, family(host));
}
/** `host`, `host:port`, `[v6]:port`; an IPv6 address without brackets has no port. */
function splitPort(entry) {
	const [, name, port] = /^(\[.*\]|[^:]*):([0-9]+)$/.exec(entry) ?? [];
	return {
		name: bare(name ?? entry),
		port
	};
}
/** A bare domain covers its subdomains, as in curl and Go; so do `.domain` and `*.domain`. An address is only itself. */
function isExcepted(host, port, entry) {
	if (entry === "*" || isInNetwork(host, entry)) return true;
	const { name, port: only } = splitPort(entry);
	const domain = name.replace(/^\*?\./, "");
	if (domain === "" || only !== void 0 && only !== port) return false;
	return host === domain || isIP(host) === 0 && host.endsWith(`.${domain}`);
}
/**
* The proxy for a connection to `url`; undefined for none. `https_proxy` or `HTTPS_PROXY` names it, and
* `no_proxy` or `NO_PROXY` what goes past it: entries between commas or spaces, each a domain with all below
* it, an address, a network (`10.0.0.0/8`), or `*`; each but the last two may end in a port. A proxy sees where an
* https connection leads and nothing more. http is for loopback alone and never goes through one, for it
* would see the token. Throws INPUT_INVALID.
*/
function proxyFor(url, environment = process.env) {
	const proxy = variable$1(environment, "https_proxy");
	const host = bare(url.hostname.toLowerCase());
	if (proxy === "" || url.protocol !== "https:" || isOwnMachine(host)) return void 0;
	const port = url.port === "" ? "443" : url.port;
	return variable$1(environment, "no_proxy").toLowerCase().split(/[\s,]+/).some((entry) => isExcepted(host, port, entry)) ? void 0 : parseProxy(proxy);
}
/** Throws INPUT_INVALID for a proxy that no client could use, before one is made. */
function checkProxy(environment = process.env) {
	const proxy = variable$1(environment, "https_proxy");
	if (proxy !== "") parseProxy(proxy);
}
/**
* The channel option that makes gRPC use the proxy for `target`, or none. gRPC reads the proxy from variables
* when it connects; they are set here to what was decided. Throws INPUT_INVALID for a proxy that is reached
* over https, which gRPC passes over in silence.
*/
function grpcProxyOption(target) {
	const proxy = proxyFor(target);
	if (proxy === void 0) return { "grpc.enable_http_proxy": 0 };
	if (proxy.protocol !== "http:") throw new ClawError("INPUT_INVALID", "Variable HTTPS_PROXY: the client of Google Cloud reaches no proxy by https.", { remedy: "Write http://HOST:PORT: inside of it the connection is encrypted all the same." });
	process.env["grpc_proxy"] = proxy.href;
	process.env["no_grpc_proxy"] = "-";
	return { "grpc.enable_http_proxy": 1 };
}
// packages/core/src/tunnel.ts
/** Longer than any request waits, so that a tunnel nobody waits for any more is given up. */
const TUNNEL_MS = 3e4;
/** The code that Node gives, since the connection's causes are told by codes. */
const refused = () => Object.assign(/* @__PURE__ */ new Error("The proxy opens no tunnel."), { code: "ERR_PROXY_TUNNEL" });
const credentialsOf = ({ username, password }) => username === "" && password === "" ? {} : { "proxy-authorization": `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}` };
/** Rejects with an error that has a code. */
function openTunnel(proxy, host, port) {
	const target = `${host.includes(":") ? `[${host}]` : host}:${port}`;
	const ask = proxy.protocol === "https:" ? request$1 : request;
	return new Promise((resolve, reject) => {
		const asking = ask({
			hostname: proxy.hostname.replace(/^\[|\]$/g, ""),
			port: proxy.port,
			method: "CONNECT",
			path: target,
			headers: {
				host: target,
				...credentialsOf(proxy)
			},
			agent: false,
			rejectUnauthorized: true
		});
		const timer = setTimeout(() => asking.destroy(refused()), TUNNEL_MS);
		timer.unref();
		asking.once("connect", ({ statusCode }, socket, head) => {
			clearTimeout(timer);
			if (statusCode === 200 && head.length === 0) return resolve(socket);
			socket.destroy();
			return reject(refused());
		});
		asking.once("error", (error) => {
			clearTimeout(timer);
			reject(error);
		});
		asking.end();
	});
}
/** An agent whose connections go through `proxy`. */
var ProxiedAgent = class extends Agent$1 {
	#proxy;
	constructor(proxy, options) {
		super(options);
		this.#proxy = proxy;
	}
	createConnection(options, opened) {
		if (opened !== void 0) this.#open(options, opened);
	}
	async #open(options, opened) {
		const { host = "", port = 443 } = options;
		try {
			const socket = await openTunnel(this.#proxy, host, String(port));
			opened(null, connect({
				...options,
				socket,
				ALPNProtocols: ["http/1.1"]
			}));
		} catch (error) {
			opened(error instanceof Error ? error : refused(), new Socket());
		}
	}
};
// packages/core/src/within.ts
/** For the credentials of the machine: libraries ask several places in turn, some of them again and again. */
const MACHINE_MS = 3e4;
/** What `work` gives, or the error that `late` makes once `milliseconds` are over. What comes after that is not heard. */
async function within(milliseconds, work, late) {
	const over = Promise.withResolvers();
	const timer = setTimeout(() => over.reject(late()), milliseconds);
	try {
		return await Promise.race([work, over.promise]);
	} finally {
		clearTimeout(timer);
	}
}
// packages/core/src/http-client.ts
/** A request without an answer, or with one that is of no use. Its reason is made of bare words: `ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`, `timeout at the proxy`. */
var HttpFailure = class extends Error {
	reason;
	/** Whether another try may end otherwise: a certificate that is not trusted now is not trusted in a second. */
	transient;
	/** Milliseconds that the service asked to wait. */
	after;
	constructor(reason, transient, after) {
		super(reason);
		this.name = "HttpFailure";
		this.reason = reason;
		this.transient = transient;
		this.after = after;
	}
};
/** Codes of OpenSSL and Node for certificates and handshakes that were refused. */
const TLS_REFUSAL = /CERT|CRL|SIGNATURE|ISSUER|TLS|SSL|EPROTO/;
/** The code of an error of Node.js or OpenSSL, such as `ECONNREFUSED`; undefined where it has none. */
function connectionWord(error) {
	const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
	return typeof code === "string" && /^[A-Z0-9_]{1,64}$/.test(code) ? code : void 0;
}
function failureOf(error) {
	if (error instanceof HttpFailure) return error;
	const reason = connectionWord(error) ?? "no connection";
	return new HttpFailure(reason, !TLS_REFUSAL.test(reason));
}
const tooLarge = () => new HttpFailure("answer too large", false);
const headersOf = (answer) => Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
const bareHost = (url) => url.hostname.replace(/^\[|\]$/g, "");
function openOptions(url, request) {
	const length = request.body === void 0 ? {} : { "content-length": Buffer.byteLength(request.body) };
	return {
		hostname: bareHost(url),
		port: url.port,
		path: `${url.pathname}${url.search}`,
		method: request.method,
		headers: {
			...request.headers,
			...length
		}
	};
}
/** The roots of Node and, beside them, those of `tls`. */
const agentOptions = ({ ca, cert, key }) => ({
	...ca === void 0 ? {} : { ca: [...getCACertificates("default"), ca] },
	...cert === void 0 ? {} : { cert },
	...key === void 0 ? {} : { key },
	rejectUnauthorized: true
});
/** An agent through `proxy`, or past every proxy. */
function agentThrough(proxy, tls) {
	const options = {
		keepAlive: true,
		...agentOptions(tls)
	};
	return proxy === void 0 ? new Agent$1(options) : new ProxiedAgent(proxy, options);
}
/** The agent for a client that connects to the host of `url` alone. Throws INPUT_INVALID for a proxy that is none. */
const tlsAgent = (url) => agentThrough(proxyFor(url), {});
/** Agents for any URL, one for each way to a host. http is sent past every proxy. */
function agentsFor(tls = {}) {
	const agents = /* @__PURE__ */ new Map();
	const plainAgent = new Agent({ keepAlive: true });
	return (url) => {
		if (url.protocol !== "https:") return plainAgent;
		const proxy = proxyFor(url);
		const way = proxy?.href ?? "";
		const agent = agents.get(way) ?? agentThrough(proxy, tls);
		agents.set(way, agent);
		return agent;
	};
}
/** Ends `asking` when its time is over, whatever it waits for. Node's own signal does nothing before there is a socket. */
async function answerTo(asking, request, first) {
	let wait = first;
	const answered = new Promise((resolve, reject) => {
		asking.once("socket", () => wait = "while connecting").once("finish", () => wait = "before the answer").once("response", resolve).on("error", reject).end(request.body);
	});
	const read = async () => {
		const answer = await answered;
		wait = "within the answer";
		const body = await boundedBytes(answer, request.maxBytes, tooLarge);
		return {
			status: answer.statusCode ?? 0,
			headers: headersOf(answer),
			body
		};
	};
	return within(request.timeout, read(), () => {
		asking.destroy();
		return new HttpFailure(`timeout ${wait}`, true);
	});
}
/** PEM that cannot be read, and a certificate that does not fit its key, fail at the first request. */
function httpClient(tls = {}) {
	const agentFor = agentsFor(tls);
	return async (url, request$2) => {
		const options = {
			...openOptions(url, request$2),
			agent: agentFor(url)
		};
		const first = proxyFor(url) === void 0 ? "while connecting" : "at the proxy";
		try {
			return await answerTo((url.protocol === "https:" ? request$1 : request)(options), request$2, first);
		} catch (error) {
			throw failureOf(error);
		}
	};
}
// packages/core/src/connection-causes.ts
const CONNECTION_CAUSES = [
	{
		pattern: /^(?!ERR_)[A-Z_]*(?:CERT|CRL|SIGNATURE|ISSUER|ALTNAME)|^ERR_TLS_CERT|Last error: .*(?:certificate|altnames)/,
		what: "the certificate that was shown is not trusted here",
		remedy: "Have NODE_EXTRA_CA_CERTS of the runner, or vault-ca for Vault, name the authority, as a proxy that opens TLS has its own.",
		retry: false
	},
	{
		pattern: /^(?:ENOTFOUND|EAI_AGAIN)\n|^Name resolution failed|\nName resolution failed/,
		what: "its name cannot be resolved here",
		remedy: "Check the name in the inputs, and DNS, HTTPS_PROXY and NO_PROXY of the runner."
	},
	{
		pattern: /^ERR_PROXY_TUNNEL\n|^timeout at the proxy\n/,
		what: "the proxy does not let the connection through",
		remedy: "Check HTTPS_PROXY and NO_PROXY of the runner, and what the proxy allows."
	},
	{
		pattern: /Last error: .*\b(?<where>E[A-Z]{4,15})\b/,
		what: "there is no connection",
		remedy: "Check that the runner may reach it, and run again later."
	}
];
// packages/core/src/google-causes.ts
const WORD = /^[A-Z][A-Z0-9_]{1,63}$/;
/** Reasons in the details of a status: `SERVICE_DISABLED`, and types of failed preconditions. */
function googleReasons(details) {
	if (!Array.isArray(details)) return void 0;
	const shown = details.filter(isJsonObject).flatMap(({ reason, violations }) => [reason, ...Array.isArray(violations) ? violations.filter(isJsonObject).map(({ type }) => type) : []]).filter((word) => typeof word === "string").filter((word) => WORD.test(word));
	return shown.length === 0 ? void 0 : [...new Set(shown)].join(" ");
}
/** Milliseconds of google.rpc.RetryInfo in an error of a client, where the service says how long to wait. */
function googleRetryDelay(error) {
	if (!(error instanceof Error && "statusDetails" in error && Array.isArray(error.statusDetails))) return void 0;
	const delays = error.statusDetails.map((detail) => isJsonObject(detail) ? detail["retryDelay"] : void 0).filter(isJsonObject).map(({ seconds, nanos }) => Number(seconds ?? 0) * 1e3 + Number(nanos ?? 0) / 1e6).filter((milliseconds) => milliseconds > 0);
	return delays.length === 0 ? void 0 : Math.max(...delays);
}
const GOOGLE_CAUSES = [
	{
		pattern: /has not been used in (?<where>project [0-9]{1,20}) before or it is disabled/,
		what: "the API is off in the project of the caller, which need not be that of the resource",
		remedy: "Enable the API in that project, and run again after a few minutes.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bSERVICE_DISABLED\b|has not been used in .* before,? or it is disabled/,
		what: "the API is off in the project of the caller, which need not be that of the resource",
		remedy: "Enable the API in the project of the caller, and run again after a few minutes.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bBILLING_DISABLED\b|requires billing to be enabled|has not configured billing|absent billing account/,
		what: "the project of the caller has no billing account, or a closed one",
		remedy: "Link an open billing account to the project, and run again after a few minutes.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /vpcServiceControlsUniqueIdentifier: (?<where>[\w-]{1,128})/,
		what: "VPC Service Controls keep the job out of the perimeter of the project",
		remedy: "Look that identifier up in the audit log, and let the identity of the job or the runner in by an ingress rule.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bSECURITY_POLICY_VIOLATED\b|\bVPC_SERVICE_CONTROLS\b|prohibited by organization's policy/,
		what: "VPC Service Controls keep the job out of the perimeter of the project",
		remedy: "Let the identity of the job or the runner in by an ingress rule of the perimeter.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bACCESS_TOKEN_SCOPE_INSUFFICIENT\b|insufficient authentication scopes/,
		what: "the token lacks the OAuth scope of the API",
		remedy: "Give the machine the scope https://www.googleapis.com/auth/cloud-platform, or use workload identity instead of credentials: ambient.",
		retry: false
	},
	{
		pattern: /\bUSER_PROJECT_DENIED\b|does not have required permission to use project/,
		what: "the identity may not use the project that pays for the call",
		remedy: "Grant it roles/serviceusage.serviceUsageConsumer on the quota project.",
		retry: false
	},
	{
		pattern: /\bCONSUMER_(?:SUSPENDED|INVALID)\b/,
		what: "the project of the caller is suspended or does not exist",
		remedy: "Find out in the console of Google Cloud why, or name another project.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /\bACCESS_TOKEN_(?:EXPIRED|TYPE_UNSUPPORTED)\b|\bACCOUNT_STATE_INVALID\b|invalid authentication credentials/,
		what: "the service takes no token of this kind, or not any more",
		remedy: "Set service-account, where the API takes no token of a federated identity; otherwise run again for a new token.",
		retry: false
	},
	...CONNECTION_CAUSES
];
// packages/core/src/known-cause.ts
function told({ what, remedy, code, retry, clock }, where, skew) {
	if (clock !== true || skew !== void 0 && !isSkewed(skew)) return {
		what: where === void 0 ? what : `${what} (${where})`,
		remedy,
		code,
		retry
	};
	return {
		what: `${what}; ${timeProblem(skew)}`,
		remedy: "Set the clock of the runner by NTP, and run again.",
		code: "CLOCK_SKEWED",
		retry
	};
}
/** The first cause of `causes` that the answer names; undefined where none does. */
function causeOf(causes, { reason = "", text = "", skew }) {
	const answer = `${reason}\n${text.replaceAll(/\s+/g, " ")}`;
	for (const cause of causes) {
		const found = cause.pattern.exec(answer);
		if (found !== null) return told(cause, found.groups?.["where"], skew);
	}
}
// packages/core/src/vault-causes.ts
/** The server rather than the request. */
const VAULT_SERVER_CAUSES = [
	{
		pattern: /Vault is sealed/,
		what: "Vault is sealed",
		remedy: "Unseal it, or name a server of the cluster that is unsealed in vault-address.",
		retry: false
	},
	{
		pattern: /Vault is not initialized|server is not yet initialized/,
		what: "Vault is not initialised",
		remedy: "Initialise it, or correct vault-address.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /node not active but active (?:cluster )?node not found/,
		what: "the cluster has no active server at the moment",
		remedy: "Run again once the cluster has elected one.",
		retry: true
	},
	{
		pattern: /^standby(?: (?<where>[\w.:[\]-]{1,128}))?\n/,
		what: "it sends us to another server, as a standby does, which is not followed, for it would be shown the token",
		remedy: "Set vault-address to the active server or to the address of the cluster.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /disabled in replication DR secondary|DR secondary mode/i,
		what: "the server is a secondary for disaster recovery, which serves no requests",
		remedy: "Set vault-address to the primary cluster.",
		code: "SERVICE_REFUSED",
		retry: false
	},
	{
		pattern: /rate limit quota exceeded/,
		what: "a rate limit quota is used up",
		remedy: "Run again later, or raise the quota of the path.",
		retry: true
	},
	{
		pattern: /no namespace|namespace not found|failed to find namespace/i,
		what: "there is no such namespace",
		remedy: "Correct vault-namespace.",
		retry: false
	}
];
/** The reason of an answer that sends us elsewhere: `standby HOST`. */
function standbyOf(status, location) {
	if (![
		301,
		302,
		303,
		307,
		308
	].includes(status)) return void 0;
	const host = URL.parse(location ?? "")?.host ?? "";
	return host === "" ? "standby" : `standby ${host}`;
}
// packages/core/src/near-key-uri.ts
const REWRITINGS = [
	[/^(?:.*?[:/]{1,3})?(projects\/.+)$/, ([, name = ""]) => `gcpkms://${name}`],
	[/^(?:.*?[:/]{1,3})?(arn:aws[a-z-]*:kms:.+)$/, ([, arn = ""]) => `awskms:///${arn}`],
	[new RegExp(`^(?:.*[:/]{1,3})?(alias/.+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`), ([, key = ""]) => `awskms:///${key}`],
	[/^(?:[a-z]+:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+){2,4})\/keys\/(.+?)\/?$/, ([, host = "", key = ""]) => `azurekms://${host}/${key}`],
	[/^(?:[a-z-]+:\/\/)?([a-z0-9-]+\.(?:vault|managedhsm)\..+)$/, ([, rest = ""]) => `azurekms://${rest}`],
	[/^(?:[a-z]+:\/\/)?(?:v1\/)?transit\/(?:keys|sign)\/(.+)$/, ([, key = ""]) => `hashivault://${key}`],
	[/^(?:hashi-?)?(?:vault|corp):\/{0,3}(.+)$/, ([, key = ""]) => `hashivault://${key}`]
];
/** No key URI is longer, and a form is tried against the whole. */
const MAX_TEXT = 512;
/** What may have been meant by `text`; not all of these are key URIs. */
function meantKeyUris(text) {
	if (text.length > MAX_TEXT) return [];
	return REWRITINGS.flatMap(([form, uri]) => {
		const match = form.exec(text.trim());
		return match === null ? [] : [uri(match)];
	});
}
/** A word in capitals where a name stands, or what stands in brackets, as a form or a template shows it. */
const PLACEHOLDER = /<[^<>]*>|\{[^{}]*\}|(?<=[/:])[A-Z][A-Z_-]*(?=[/:.]|$)/g;
/** Each is a name wherever one can stand: a version, a project, a region, an account. */
const FILLINGS = ["1", "111122223333"];
/** The places in `text` that somebody left to be filled in, and what it would be with names in them. */
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
/** Keys of nobody, which the documentation shows for others to put theirs in their place. */
const EXAMPLES = /* @__PURE__ */ new Set([
	"gcpkms://projects/acme-release/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1",
	"gcpkms://projects/acme/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1",
	"awskms:///arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
	"azurekms://acme-release.vault.azure.net/release"
]);
const isExampleKey = (uri) => EXAMPLES.has(uri);
// packages/core/src/key-uri.ts
const SEGMENT = "[A-Za-z0-9_-]{1,63}";
/** Google project ids may carry a domain prefix, as in `example.com:project`. */
const PROJECT = "[a-z0-9.:-]{1,100}";
const HOST = "[a-z0-9.-]{1,253}(?::[0-9]{1,5})?";
/** A key id, that of a multi-region key, or an alias. */
const AWS_KEY = "(?:key/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})|alias/[A-Za-z0-9/_-]{1,250})";
/** Each scheme once: its grammar, and the form to show where a URI does not follow it. */
const SCHEMES = {
	gcpkms: {
		pattern: new RegExp(`^gcpkms://(?<key>projects/${PROJECT}/locations/${SEGMENT}/keyRings/${SEGMENT}/cryptoKeys/${SEGMENT})(?:/(?:cryptoKeyVersions|versions)/(?<version>[1-9][0-9]{0,9}))?$`),
		form: "gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K[/cryptoKeyVersions/N]"
	},
	awskms: {
		pattern: new RegExp(`^awskms://(?<host>${HOST})?/(?<key>arn:aws[a-z-]{0,20}:kms:(?<region>[a-z0-9-]{1,32}):[0-9]{12}:${AWS_KEY}|${AWS_KEY.replace("key/", "")})$`),
		form: "awskms://[ENDPOINT]/ARN, alias/NAME or key id"
	},
	azurekms: {
		pattern: new RegExp(`^azurekms://(?<host>[a-z0-9-]{3,64}(?:\\.[a-z0-9-]{1,63}){2,4})/(?<key>[0-9A-Za-z-]{1,127})(?:/(?<version>[0-9a-f]{32}))?$`),
		form: "azurekms://VAULT.vault.azure.net/KEY[/VERSION]"
	},
	hashivault: {
		pattern: /^hashivault:\/\/(?<key>\w(?:[\w.-]{0,126}\w)?)(?:\/versions\/(?<version>[1-9][0-9]{0,8}))?$/,
		form: "hashivault://KEY[/versions/N]"
	}
};
const isScheme = (text) => Object.hasOwn(SCHEMES, text);
function matchUri(text) {
	const scheme = text.split("://", 1)[0] ?? "";
	return isScheme(scheme) ? SCHEMES[scheme].pattern.exec(text) : null;
}
function isKeyUri(text) {
	const match = matchUri(text);
	return match !== null && URL.canParse(`https://${match.groups?.["host"] ?? "none"}`);
}
/** The key URI that `text` was most likely meant to be, where it is none. */
const nearKeyUri = (text) => text.includes("PRIVATE KEY") ? void 0 : meantKeyUris(text).find(isKeyUri);
/** Shown the form beside a copy of the form, nobody would see what is wrong. */
function checkFilledIn(text, input) {
	const { words, filled } = placeholdersIn(text);
	if (words.length === 0 || !filled.some(isKeyUri)) return;
	const [first = ""] = words;
	throw new ClawError("KEY_URI_INVALID", `Input ${input}: "${printable(text)}" still holds "${printable(first)}", which stands for a name of yours.`, { remedy: "Put the names of your own key in their places, as docs/keys.md shows for your service." });
}
/** Parses `text`; `input` is the name of the input it came from. Throws KEY_URI_INVALID. */
function parseKeyUri(text, input) {
	if (isKeyUri(text)) return text;
	if (text.includes("PRIVATE KEY")) throw new ClawError("KEY_URI_INVALID", `Input ${input}: it looks like a private key, which no option accepts: keys stay in the KMS.`);
	checkFilledIn(text, input);
	const scheme = text.split("://", 1)[0] ?? "";
	const forms = isScheme(scheme) ? [SCHEMES[scheme]] : Object.values(SCHEMES);
	const near = nearKeyUri(text);
	throw new ClawError("KEY_URI_INVALID", `Input ${input}: "${printable(text)}" is not ${forms.map(({ form }) => form).join(", ")}.`, { remedy: near === void 0 ? void 0 : `Write "${near}".` });
}
/** The scheme of a URI, which decides who is asked. */
function keyScheme(uri) {
	const scheme = uri.split("://", 1)[0] ?? "";
	if (isScheme(scheme)) return scheme;
	throw new ClawError("KEY_URI_INVALID", "Not a key URI.");
}
function parts(uri, scheme) {
	const match = SCHEMES[scheme].pattern.exec(uri);
	if (match?.groups?.["key"] === void 0) throw new ClawError("KEY_URI_INVALID", `Not a ${scheme}:// key URI.`);
	return match.groups;
}
/** The resource name inside a `gcpkms://` URI. */
function gcpKeyName(uri) {
	const { key = "", version } = parts(uri, "gcpkms");
	return {
		key,
		version
	};
}
/** The key inside an `awskms://` URI. */
function awsKeyName(uri) {
	const { host, key = "", region } = parts(uri, "awskms");
	return {
		host,
		key,
		region
	};
}
/** The key inside an `azurekms://` URI. */
function azureKeyName(uri) {
	const { host = "", key = "", version } = parts(uri, "azurekms");
	return {
		host,
		key,
		version
	};
}
/** The key inside a `hashivault://` URI. */
function vaultKeyName(uri) {
	const { key = "", version } = parts(uri, "hashivault");
	return {
		key,
		version
	};
}
/** Whether the URI can mean one key version alone, today and tomorrow. A key of AWS has no versions: its ARN is enough. */
function isPinned(uri) {
	const scheme = keyScheme(uri);
	if (scheme === "awskms") return /^arn:[^/]*:key\//.test(awsKeyName(uri).key);
	return parts(uri, scheme)["version"] !== void 0;
}
const isKeyless = (text) => text === "keyless";
function keylessUri() {
	const text = "keyless";
	if (isKeyless(text)) return text;
	throw new ClawError("INTERNAL", "Unreachable.");
}
/** Stands where a key URI would: the key is one of this step alone, and a certificate says whose it is. */
const KEYLESS = keylessUri();
// packages/core/src/masking-once.ts
/** `mask`, where there is one, once for each value: the same token is asked for with each call. */
function maskingOnce(mask) {
	const known = /* @__PURE__ */ new Set();
	return (value) => {
		if (known.has(value)) return;
		known.add(value);
		mask?.(value);
	};
}
// packages/core/src/ports.ts
/** Headers of a request: those that were given, or the bearer token. */
const requestHeaders = (given) => typeof given === "function" ? given : async () => ({ authorization: `Bearer ${(await given.mint()).token}` });
const systemClock = {
	now: () => Date.now(),
	sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
};
// packages/core/src/statement.ts
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
	if (isFileHash(algorithm)) return isDigestOf(algorithm, value);
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
const SubjectDigests = pipe(custom(isJsonObject, "is not an object"), record(Text, string()), check$2((digests) => Object.keys(digests).length > 0, "a subject needs a digest"), check$2((digests) => Object.entries(digests).every(([name, value]) => !isIdentifying(name) || isDigestOf(name, value)), "a digest is not lower-case hexadecimal of the length of its algorithm, as in-toto demands (digest_set.md)"));
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
			digest: Object.fromEntries(digestsOf(subject))
		})),
		predicateType: predicate.type
	});
	const text = "text" in predicate ? predicate.text : JSON.stringify(predicate.body);
	return Buffer.from(`${head.slice(0, -1)},"predicate":${text}}`);
}
// packages/core/src/provenance-facts.ts
/** npm until 2023 and the generators of slsa-github-generator write it. */
const SLSA_PROVENANCE_V0_2_TYPE = "https://slsa.dev/provenance/v0.2";
/** Predicate types whose fields are read. */
const PROVENANCE_TYPES = [SLSA_PROVENANCE_TYPE, SLSA_PROVENANCE_V0_2_TYPE];
function textAt(value, ...path) {
	let current = value;
	for (const key of path) {
		if (!isJsonObject(current) || !Object.hasOwn(current, key)) return void 0;
		current = current[key];
	}
	return typeof current === "string" && current !== "" ? current : void 0;
}
/** Builders list what they like and in any order: a commit of another repository is not the one that was built. */
function commitOf(dependencies, repository) {
	if (repository === void 0) return void 0;
	const source = `git+${repository}`;
	return dependencies?.find(({ uri }) => uri === source || uri?.startsWith(`${source}@`) === true)?.digest?.["gitCommit"];
}
/** As GitHub, npm and we write it (https://actions.github.io/buildtypes/workflow/v1). */
function workflowSource({ buildDefinition }) {
	const { externalParameters, internalParameters, resolvedDependencies } = buildDefinition;
	const repository = textAt(externalParameters, "workflow", "repository");
	return {
		repository,
		repositoryId: textAt(internalParameters, "github", "repository_id"),
		ref: textAt(externalParameters, "workflow", "ref"),
		commit: commitOf(resolvedDependencies, repository),
		event: textAt(internalParameters, "github", "event_name"),
		runnerEnvironment: textAt(internalParameters, "github", "runner_environment"),
		isolation: textAt(internalParameters, "isolation")
	};
}
/** `git+https://host/owner/name@refs/heads/main`, the download location of SPDX. */
const SOURCE_URI = /^git\+(?<repository>https?:\/\/[^@\s]+?)(?:\.git)?(?:@(?<ref>\S.*))?$/;
/** Variables of the job, which npm writes in capitals and the generators do not. */
const variable = (environment, name) => textAt(environment, name) ?? textAt(environment, name.toLowerCase());
function sourceFrom(uri, commit, environment) {
	const { repository, ref } = SOURCE_URI.exec(uri ?? "")?.groups ?? {};
	return {
		repository,
		repositoryId: variable(environment, "GITHUB_REPOSITORY_ID"),
		ref: ref ?? variable(environment, "GITHUB_REF"),
		commit,
		event: variable(environment, "GITHUB_EVENT_NAME"),
		runnerEnvironment: void 0,
		isolation: void 0
	};
}
/** As the builders of slsa-github-generator write it: the first dependency is the source. */
function generatorSource({ buildDefinition }) {
	const [source] = buildDefinition.resolvedDependencies ?? [];
	const commit = source?.digest?.["gitCommit"] ?? source?.digest?.["sha1"];
	return sourceFrom(source?.uri, commit, buildDefinition.internalParameters);
}
/** By build type. */
const GENERATORS = /* @__PURE__ */ new Set(["https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0", "https://slsa.dev/container-based-build/v0.1?draft"]);
function factsOfV1(predicate) {
	const provenance = checkProvenance(predicate);
	const { buildDefinition, runDetails } = provenance;
	const { buildType } = buildDefinition;
	return {
		buildType,
		builderId: runDetails.builder.id,
		invocationId: runDetails.metadata?.invocationId,
		...GENERATORS.has(buildType) ? generatorSource(provenance) : workflowSource(provenance)
	};
}
/** Fields of https://slsa.dev/spec/v0.2/provenance that mean the same; the identifier of the run is of another form. */
function factsOfV02(predicate) {
	const environment = isJsonObject(predicate) && isJsonObject(predicate["invocation"]) ? predicate["invocation"]["environment"] : void 0;
	return {
		buildType: textAt(predicate, "buildType"),
		builderId: textAt(predicate, "builder", "id"),
		invocationId: void 0,
		...sourceFrom(textAt(predicate, "invocation", "configSource", "uri"), textAt(predicate, "invocation", "configSource", "digest", "sha1"), environment)
	};
}
/** Undefined where the predicate is no provenance. Throws STATEMENT_INVALID where it says to be v1 and is not. */
function provenanceFacts(predicateType, predicate) {
	if (predicateType === "https://slsa.dev/provenance/v1") return factsOfV1(predicate);
	return predicateType === SLSA_PROVENANCE_V0_2_TYPE ? factsOfV02(predicate) : void 0;
}
// packages/core/src/public-key.ts
/** The hint that cosign writes: base64(SHA-256(SPKI DER)). */
const keyIdOf = (spki) => createHash("sha256").update(spki).digest("base64");
/** Whether `key` is of the type, curve and size that `algorithm` demands. */
function fitsAlgorithm(key, algorithm) {
	const { type, curve, bits } = ALGORITHMS[algorithm].node;
	if (key.asymmetricKeyType !== type) return false;
	if (curve !== void 0 && key.asymmetricKeyDetails?.namedCurve !== curve) return false;
	return bits === void 0 || key.asymmetricKeyDetails?.modulusLength === bits;
}
/** Algorithms that a key fits; an RSA key fits several, so its algorithm has to be stated. */
function algorithmsOf(key) {
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
* A trusted key from SubjectPublicKeyInfo, DER or PEM. Without `algorithm` it is inferred where the
* key allows only one. Throws KEY_ALGORITHM_UNSUPPORTED; a private key is refused.
*/
function trustedKey(name, spki, options = {}) {
	const key = importKey(name, spki);
	const candidates = options.algorithm === void 0 ? algorithmsOf(key) : [options.algorithm];
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
		keyId: keyIdOf(der),
		algorithm,
		key,
		uri: options.uri
	};
}
// packages/core/src/retry.ts
const TOTAL_MS = 3e4;
const TOTAL_WHEN_ASKED_MS = 9e4;
/** The seven waits between them are 10 to 21 s: whoever answers at once is asked this often. */
const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 8e3;
/** How much a timer and a clock may differ. */
const TIMER_MS = 100;
/** Whether an HTTP status may answer differently the next time. */
const isTransientStatus = (status) => status === 408 || status === 429 || status >= 500 && status <= 599;
/** Milliseconds from a Retry-After header in seconds or as an HTTP date; undefined where it is neither. */
function retryAfter(header, clock) {
	if (header === null || header === void 0 || header === "") return void 0;
	if (/^\d{1,6}$/.test(header)) return Number(header) * 1e3;
	const date = httpDate(header);
	return date === void 0 ? void 0 : Math.max(0, date - clock.now());
}
/** Each wait is longer than the one before it, up to a limit; jitter keeps jobs that failed together apart. */
const backoff = (count) => Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (count - 1)) * (.5 + Math.random() / 2);
/** The time that all attempts have together. */
var Budget = class {
	#clock;
	#start;
	#total = TOTAL_MS;
	constructor(clock) {
		this.#clock = clock;
		this.#start = clock.now();
	}
	/** Milliseconds. A clock that is set back makes no wait longer. */
	left() {
		return this.#total - Math.max(0, this.#clock.now() - this.#start);
	}
	/** `after`: how long the service asked to wait. */
	extendFor(after) {
		if (after > 0) this.#total = TOTAL_WHEN_ASKED_MS;
	}
};
/**
* Runs `attempt` until it succeeds, `classify` says that another try is pointless, or the time is up.
* `attempt` gets the milliseconds left, to bound its own request.
*/
async function withRetry(attempt, classify, clock) {
	const budget = new Budget(clock);
	const failures = [];
	for (let count = 1;; count += 1) try {
		return await attempt(Math.max(1, budget.left()));
	} catch (error) {
		const { retry, after = 0, why = "a service did not answer" } = classify(error);
		if (!retry) throw error;
		if (budget.left() > TIMER_MS || count === 1) failures.push(error);
		budget.extendFor(after);
		const delay = Math.max(backoff(count), after);
		if (count >= MAX_ATTEMPTS || delay >= budget.left()) throw failures.at(-1);
		await clock.sleep(delay, why);
	}
}
// packages/core/src/signature.ts
const DIGEST_BYTES = {
	sha256: 32,
	sha384: 48,
	sha512: 64
};
/** DER of DigestInfo up to the digest (RFC 8017 §9.2, note 1). */
const DIGEST_INFO = {
	sha256: "3031300d060960864801650304020105000420",
	sha384: "3041300d060960864801650304020205000430",
	sha512: "3051300d060960864801650304020305000440"
};
/** A key that needs no options is passed bare: Node takes a sixth of an ECDSA verification longer to unwrap it. */
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
/** RFC 8017 §8.1.2 and §8.2.2, step 1: OpenSSL would add a missing leading zero, so that two strings are one signature. */
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
/** `verifyMessage` in libuv's threads: the signatures of many bundles are checked on all cores. */
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
		const index = Buffer.alloc(4);
		index.writeUInt32BE(counter);
		blocks.push(createHash(hash).update(seed).update(index).digest());
	}
	return Buffer.concat(blocks).subarray(0, length);
}
/** EMSA-PSS-VERIFY of RFC 8017 §9.1.2 for a modulus of whole bytes and a salt as long as the digest. */
function isPssEncoding(encoded, hash, digest) {
	const size = DIGEST_BYTES[hash];
	const maskedLength = encoded.length - size - 1;
	if (maskedLength < size + 1 || encoded.at(-1) !== 188 || ((encoded[0] ?? 255) & 128) !== 0) return false;
	const seed = encoded.subarray(maskedLength, maskedLength + size);
	const mask = maskGeneration(hash, seed, maskedLength);
	const block = Buffer.from(encoded.subarray(0, maskedLength).map((byte, index) => byte ^ (mask[index] ?? 0)));
	block[0] = (block[0] ?? 0) & 127;
	const saltStart = maskedLength - size;
	const padding = block.subarray(0, saltStart);
	if (padding.at(-1) !== 1 || padding.subarray(0, -1).some((byte) => byte !== 0)) return false;
	const expected = createHash(hash).update(Buffer.alloc(8)).update(digest).update(block.subarray(saltStart)).digest();
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
	const { p256, p384, p521 } = await import("./load-noble-curves.mjs");
	const { secp256k1 } = await import("./load-noble-curves2.mjs");
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
		Buffer.from([4]),
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
* Whether `signature` is one over the message whose digest, by the hash of the algorithm, is `digest`.
* node:crypto has no such call. Throws KEY_ALGORITHM_UNSUPPORTED where the algorithm takes no digest.
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
// packages/core/src/uri.ts
/** Scheme, then characters and escapes of a URI, one fragment at most. */
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w.~:/?[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$/;
const MAX_LENGTH = 2048;
/** Whether `text` is a URI with a scheme: `https://…`, `urn:…`, `tag:…`. A host and path alone are none. */
const isUri = (text) => text.length <= MAX_LENGTH && URI.test(text);
// packages/core/src/workflow-ref.ts
/**
* Where the ref begins, by the form of the claim. A file may hold an `@` and so may a branch, but the folder
* of workflow files holds no other folder: `@refs/` cannot be part of a file name, and the first one ends it.
* Taking the last instead would let whoever may push name a branch `x@refs/heads/main` and pass for main.
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
	if (repository === void 0 || rest === void 0) return void 0;
	for (const form of FORMS) {
		const { path, ref } = form.exec(rest)?.groups ?? {};
		if (path !== void 0 && ref !== void 0) return {
			repository,
			path,
			ref
		};
	}
}
// packages/core/src/subject-match.ts
function indexSubjects(subjects) {
	const byDigest = /* @__PURE__ */ new Map();
	for (const subject of subjects) for (const [hash, value] of Object.entries(subject.digests)) {
		if (!isIdentifying(hash)) continue;
		const key = `${hash}:${value}`;
		const others = byDigest.get(key);
		if (others === void 0) byDigest.set(key, [subject]);
		else others.push(subject);
	}
	return {
		subjects,
		byDigest
	};
}
const candidatesOf = ({ byDigest }, digests) => [...new Set([...digests].flatMap(([hash, value]) => byDigest.get(`${hash}:${value}`) ?? []))];
function contradictionOf({ digests }, known) {
	return Object.keys(digests).filter(isFileHash).find((hash) => known.has(hash) && known.get(hash) !== digests[hash]);
}
const isComparable = ({ digests }, known) => Object.keys(digests).some((name) => isIdentifying(name) && known.has(name));
/** The subjects that an artifact is. */
function matchSubjects(index, digests) {
	const candidates = candidatesOf(index, digests);
	const same = candidates.filter((subject) => contradictionOf(subject, digests) === void 0);
	if (same.length > 0) return {
		kind: "same",
		subjects: same
	};
	for (const subject of candidates) {
		const hash = contradictionOf(subject, digests);
		if (hash !== void 0) return {
			kind: "contradiction",
			hash
		};
	}
	const untested = index.subjects.filter((subject) => !isComparable(subject, digests));
	const hashes = new Set(untested.flatMap((subject) => Object.keys(subject.digests)));
	return hashes.size === 0 ? { kind: "other" } : {
		kind: "untested",
		hashes: [...hashes]
	};
}
/** Hashes without which no file can be compared with some of the subjects; `known` are computed already. */
function hashesToCompare({ subjects }, known) {
	return subjects.filter((subject) => !isComparable(subject, known)).flatMap(({ digests }) => Object.keys(digests).filter(isIdentifying));
}
/** Hashes that the subjects which this artifact may be give too, and that are not known of it. */
function hashesToConfirm(index, digests) {
	return candidatesOf(index, digests).flatMap((subject) => Object.keys(subject.digests)).filter(isFileHash).filter((hash) => !digests.has(hash));
}
/** What is known of `artifacts`. */
function knownArtifacts(artifacts) {
	const digests = artifacts.flatMap((known) => [...known].map(([hash, value]) => `${hash}:${value}`));
	const [first, ...others] = artifacts;
	const hashes = [...first?.keys() ?? []].filter((hash) => others.every((known) => known.has(hash)));
	return {
		digests: new Set(digests),
		hashes: new Set(hashes)
	};
}
/** Whether a subject is one of the artifacts, or could turn out to be one once a further hash is computed. */
const mayBeAbout = (index, { digests, hashes }) => [...index.byDigest.keys()].some((key) => digests.has(key)) || index.subjects.some((subject) => Object.keys(subject.digests).some(isIdentifying) && !isComparable(subject, hashes));
// packages/core/src/vault-names.ts
const PATH = /^(?!.*(?:^|\/)\.+(?:\/|$))[\w.-]{1,64}(?:\/[\w.-]{1,64}){0,7}$/;
/** A mount, an authentication path or a namespace: segments of letters, digits, `_`, `-` and `.`. Throws INPUT_INVALID, naming `input`. */
function parseVaultPath(text, input) {
	if (PATH.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not a path of Vault.`, { remedy: "Write NAME or NAME/NAME, without a slash at the ends." });
}
// packages/core/src/signature-facts.ts
const exactly = (bytes, work) => ({
	bytes: [bytes, bytes],
	message: work,
	digest: work
});
/**
* DER of two numbers. Each may begin with zeros and be shorter; that both together are by 16 bytes has a
* chance below 2^-100. The lengths of different curves do not overlap.
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
function factOf(algorithm) {
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
	const [least, greatest] = factOf(algorithm).bytes;
	return content.signature.length >= least && content.signature.length <= greatest;
}
/** Units of hashing or copying a payload once: one for each KiB. */
const payloadWork = (content) => content.kind === "envelope" ? Math.ceil(content.payload.length / 1024) : 0;
/** Units of checking the signature with one key of this algorithm. */
const signatureWork = (algorithm, content) => content.kind === "envelope" ? factOf(algorithm).message + payloadWork(content) : factOf(algorithm).digest;
// packages/core/src/verification-work.ts
/** Reading the claims, apart from what the size of a document costs. */
const CLAIMS = 100;
/** A certificate, its issuer and its log of issuance, each with the dearest key that a trusted root may name. */
const CERTIFICATE = 4e3;
/** The signature with the key of a certificate, which may be of any curve, tried with two hashes. */
const CERTIFIED = {
	envelope: 3200,
	message: 12e3
};
/** The signature of the authority. */
const TIMESTAMP = 2e3;
/** The promise, and the checkpoint with the few lines that may be the log's. */
const LOG_ENTRY = 1e3;
/**
* The keys with which a signature is tried, the cheapest first. The hint only orders the search: keys come
* from the caller, never from the bundle. Without one, keys that cannot have made the signature are left out.
*/
function candidateKeys(content, hint, keys) {
	const named = keys.filter(({ keyId }) => keyId === hint);
	if (named.length > 0) return named;
	return keys.filter(({ algorithm }) => canHaveMade(algorithm, content)).toSorted((a, b) => signatureWork(a.algorithm, content) - signatureWork(b.algorithm, content));
}
const TRIED_HASHES = [
	"sha256",
	"sha384",
	"sha512"
];
/** What the signature may be over: what the bundle says, or one of these files where it does not. */
function contentsOf({ content }, files = []) {
	if (content.kind !== "unidentified") return [content];
	const { signature } = content;
	return files.slice(0, 64).flatMap((known) => TRIED_HASHES.flatMap((hash) => {
		const digest = known.get(hash);
		return digest === void 0 ? [] : [{
			kind: "message",
			hash,
			digest: Buffer.from(digest, "hex"),
			signature
		}];
	})).slice(0, 64);
}
function signerWork({ signer }, content, keys) {
	if (signer.kind === "certificate") return CERTIFICATE + CERTIFIED[content.kind] + payloadWork(content);
	return candidateKeys(content, signer.hint, keys).map(({ algorithm }) => signatureWork(algorithm, content)).reduce((sum, work) => sum + work, 0);
}
/** The most that `verifyBundle` does, in units of about a microsecond; the same for the same bundle and trust. */
function verificationWork(bundle, { keys, roots, files }) {
	if (roots === void 0 && bundle.signer.kind === "certificate") return CLAIMS;
	const ofWitnesses = (content) => roots === void 0 ? 0 : bundle.timestamps.length * TIMESTAMP + bundle.logEntries.length * (LOG_ENTRY + payloadWork(content));
	return contentsOf(bundle, files).map((content) => signerWork(bundle, content, keys) + ofWitnesses(content)).reduce((sum, work) => sum + work, CLAIMS);
}
// packages/core/src/claims.ts
/** Throws STATEMENT_INVALID or JSON_INVALID. */
function claimsOf(content) {
	if (content.kind === "message") return {
		kind: "blob",
		hash: content.hash,
		digest: content.digest.toString("hex")
	};
	const { payloadType, payload } = content;
	if (payloadType !== "application/vnd.in-toto+json") throw new ClawError("STATEMENT_INVALID", `The payload type is "${printable(payloadType)}", not ${IN_TOTO_PAYLOAD_TYPE}.`);
	const { subject, predicateType, predicate } = parseStatement(payload);
	const subjects = subject.map(({ name, digest }) => ({
		name: name ?? void 0,
		digests: digest
	}));
	return {
		kind: "statement",
		payloadDigest: sha256FromBytes(createHash("sha256").update(payload).digest()),
		predicateType,
		subjects: indexSubjects(subjects),
		provenance: provenanceFacts(predicateType, predicate)
	};
}
// packages/core/src/verify.ts
/** The first of the keys that made the signature. What is signed is put together once, for all of them. */
async function signerAmong(keys, { content }) {
	const message = content.kind === "envelope" ? preAuthEncoding(content.payloadType, content.payload) : void 0;
	for (const key of keys) if (content.kind === "message" ? CHECKED_ALGORITHMS[key.algorithm].hash === content.hash && await verifyDigest(key, content.digest, content.signature) : message !== void 0 && await verifyMessageInThread(key, message, content.signature)) return key;
}
const signsWholeMessages = ({ algorithm }) => CHECKED_ALGORITHMS[algorithm].hash === null;
async function findSigner(bundle, hint, keys) {
	if (keys.length === 0) throw new ClawError("KEY_UNTRUSTED", "No key is trusted, so nothing can verify.");
	const signer = await signerAmong(candidateKeys(bundle.content, hint, keys), bundle);
	if (signer !== void 0) return signer;
	const named = keys.filter(({ keyId }) => keyId === hint);
	if (bundle.content.kind === "message" && (named.length > 0 ? named : keys).every(signsWholeMessages)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", "The bundle signs a digest, and the trusted keys in question sign whole messages only.");
	throw named.length > 0 ? new ClawError("SIGNATURE_INVALID", `The signature does not verify with the key "${printable(named[0]?.name ?? "")}" that the bundle names.`) : new ClawError("KEY_UNTRUSTED", "No trusted key verifies the signature.");
}
async function keyFacts(bundle, hint, { keys, roots }) {
	const key = await findSigner(bundle, hint, keys);
	const signer = {
		kind: "key",
		key
	};
	if (roots === void 0) return {
		signer,
		times: [],
		logged: [],
		unverified: {
			logEntries: bundle.logEntries.length,
			timestamps: bundle.timestamps.length
		}
	};
	const spki = key.key.export({
		type: "spki",
		format: "der"
	});
	return {
		signer,
		...await roots.witnesses(bundle, spki),
		unverified: NOTHING
	};
}
async function certificateFacts(bundle, roots) {
	if (roots === void 0) throw new ClawError("CERTIFICATE_UNTRUSTED", "The bundle is signed with a certificate, and no trusted root is given to judge it.");
	const { identity, keys, times, logged } = await roots.certificate(bundle);
	if (bundle.content.kind === "message" && keys.every(signsWholeMessages)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", "The bundle signs a digest, and the key of its certificate signs whole messages only.");
	if (await signerAmong(keys, bundle) === void 0) throw new ClawError("SIGNATURE_INVALID", "The signature does not verify with the certificate of the bundle.");
	return {
		signer: {
			kind: "certificate",
			identity
		},
		times,
		logged,
		unverified: NOTHING
	};
}
const NOTHING = {
	logEntries: 0,
	timestamps: 0
};
/**
* Who signed a bundle and what its witnesses say. Throws SIGNATURE_INVALID, KEY_UNTRUSTED,
* KEY_ALGORITHM_UNSUPPORTED for a message signature whose scheme needs the whole message, and what the
* trusted roots throw.
*/
const signerFacts = (bundle, trust) => bundle.signer.kind === "key" ? keyFacts(bundle, bundle.signer.hint, trust) : certificateFacts(bundle, trust.roots);
/** What a bundle is refused with that is about another file. */
const OF_ANOTHER_FILE = /* @__PURE__ */ new Set([
	"SIGNATURE_INVALID",
	"KEY_UNTRUSTED",
	"LOG_ENTRY_MISMATCH"
]);
/** Nothing in the bundle says what is signed, so that only trying tells which file it is. */
async function unidentifiedFacts(bundle, trust) {
	const tried = contentsOf(bundle, trust.files);
	let last = "SIGNATURE_INVALID";
	for (const content of tried) try {
		return {
			...await signerFacts({
				...bundle,
				content
			}, trust),
			...claimsOf(content)
		};
	} catch (error) {
		if (!(error instanceof ClawError) || !OF_ANOTHER_FILE.has(error.code)) throw error;
		last = error.code;
	}
	throw new ClawError(last, `The bundle does not say which file it signs, and none of the ${tried.length} digests that were tried is the one.`);
}
/**
* Facts of a bundle, established with `trust` alone. `claims` are what it was found to be about before, if
* that was read. Throws as `signerFacts`, then as `claimsOf`.
*/
async function verifyBundle(bundle, trust, claims) {
	const { content } = bundle;
	if (content.kind === "unidentified") return unidentifiedFacts(bundle, trust);
	return {
		...await signerFacts({
			...bundle,
			content
		}, trust),
		...claims ?? claimsOf(content)
	};
}
export { ALGORITHMS, Base64Bytes, CONNECTION_CAUSES, ClawError, ERRORS, GOOGLE_CAUSES, HttpFailure, IN_TOTO_PAYLOAD_TYPE, KEYLESS, MACHINE_MS, MAX_BUNDLE_BYTES, MAX_JSON_BYTES, MAX_MATERIAL_BYTES, MAX_SUBJECTS_PER_STATEMENT, MaterialBytes, PROVENANCE_TYPES, SIGNATURE_PREDICATE_TYPE, SLSA_PROVENANCE_TYPE, ShortText, VAULT_SERVER_CAUSES, agentsFor, awsKeyName, azureKeyName, boundedBytes, causeOf, checkProvenance, checkProxy, claimsOf, clockSkew, connectionWord, crc32c, decodeBase64, decodePem, decodedText, digestFile, digestFiles, digestsOf, errorAddress, errorLine, exactObject, externalMu, findFiles, fitsAlgorithm, gcpKeyName, googleReasons, googleRetryDelay, grpcProxyOption, hashDeployment, hashesToCompare, hashesToConfirm, httpClient, isAlgorithm, isExampleKey, isJsonObject, isLoopback, isPinned, isPrintable, isTransientStatus, isUri, isUtf16, jsonLines, keyIdOf, keyScheme, knownArtifacts, maskingOnce, matchSubjects, mayBeAbout, nearKeyUri, optionalField, parseBundle, parseBundles, parseEndpoint, parseJson, parseKeyUri, parseSha256, parseStatement, parseVaultPath, parseWorkflowRef, preAuthEncoding, printable, printableText, proxyFor, readDocument, readFailure, requestHeaders, retryAfter, selectDeployment, selectFile, selectSubjects, sha256FromBytes, sha256Of, standbyOf, subjectNameOf, systemClock, tlsAgent, toldError, trustedKey, vaultKeyName, verificationWork, verifyBundle, verifyDigest, verifyMessage, withRetry, within, writeStatement };
