import "./rolldown-runtime.mjs";
import { array, check as check$2, custom, getDotPath, length, maxLength, minLength, nonEmpty, object, optional, picklist, pipe, rawTransform, record, regex, safeParse, strictObject, string, unknown } from "./vendor-valibot.mjs";
import { visit } from "./vendor-jsonc-parser.mjs";
import nodePath, { extname, join, relative, resolve } from "node:path";
import { Agent as Agent$1, request as request$1 } from "node:https";
import { Agent, request } from "node:http";
import { Worker } from "node:worker_threads";
import { availableParallelism } from "node:os";
import { constants as constants$1 } from "node:fs";
import { constants, createHash, createPublicKey, publicDecrypt, timingSafeEqual, verify } from "node:crypto";
import { getCACertificates } from "node:tls";
import { glob, lstat, open, realpath, stat } from "node:fs/promises";
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
// packages/core/src/error-table-evidence.ts
const EVIDENCE_ERRORS = {
	JSON_INVALID: {
		exit: 2,
		meaning: "A document is not JSON, has a duplicate key, or is over the limits of size and depth.",
		remedy: "Make the document again with the tool that wrote it."
	},
	BUNDLE_INVALID: {
		exit: 1,
		meaning: "A document is not a Sigstore bundle of a known version.",
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
		remedy: "Correct the policy; the message names the field."
	},
	POLICY_DIGEST_MISMATCH: {
		exit: 2,
		meaning: "The policy is not the one that the workflow pins, or no pin was given.",
		remedy: "Review the policy, then set policy-digest to the digest in the message."
	},
	DENIED: {
		exit: 1,
		meaning: "The policy denies the artifact.",
		remedy: "The report lists each reason with its own code."
	},
	EVIDENCE_EXISTS: {
		exit: 2,
		meaning: "A file stands where the bundle would be written.",
		remedy: "Remove it, or write to another folder."
	},
	EVIDENCE_WRITE_FAILED: {
		exit: 3,
		meaning: "The bundle could not be written.",
		remedy: "Check the folder, its permissions and the free space."
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
	SECRET_EVENT_REFUSED: {
		exit: 2,
		meaning: "The event that started the workflow comes from a fork.",
		remedy: "Run the step on push, in the merge queue or by hand."
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
		meaning: "The command that was given the secret ended with an error.",
		remedy: "Read the output of the command above."
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
		remedy: "Correct the named input; the message says what is allowed."
	},
	ENDPOINT_INSECURE: {
		exit: 2,
		meaning: "An endpoint is neither https nor loopback, or carries credentials, a query or a fragment.",
		remedy: "Use an https URL."
	},
	RUNNER_CONTRACT: {
		exit: 2,
		meaning: "The step does not run under a GitHub Actions runner, or the runner left out something it always gives.",
		remedy: "Run it as a step of a workflow."
	},
	ARTIFACT_NOT_FOUND: {
		exit: 2,
		meaning: "A pattern matched no file, or a named file does not exist.",
		remedy: "Correct the pattern, or build the artifact before this step."
	},
	ARTIFACT_REFUSED: {
		exit: 2,
		meaning: "A path is not a regular file inside the workspace, or its name cannot be shown safely.",
		remedy: "Name regular files inside the workspace, with plain names."
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
		meaning: "Two subjects have the same name once case and Unicode form are ignored.",
		remedy: "Rename one of them."
	},
	SUBJECT_LIMIT: {
		exit: 2,
		meaning: "There are no subjects, or more than the format or the key can take.",
		remedy: "Name fewer artifacts, or split them over several steps."
	},
	CHECKSUMS_INVALID: {
		exit: 2,
		meaning: "A line of the checksums is not a checksum line, or there is none at all.",
		remedy: "Use the output of sha256sum, one \"digest  name\" per line."
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
		remedy: "Compare it with the key URI table in the documentation."
	},
	KEY_NOT_FOUND: {
		exit: 2,
		meaning: "The key or the key version does not exist, or may not be seen.",
		remedy: "Check the URI, and that the identity may view the key."
	},
	KEY_FORBIDDEN: {
		exit: 2,
		meaning: "The identity may not use the key.",
		remedy: "Grant the permission that the message names."
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
	OIDC_UNAVAILABLE: {
		exit: 2,
		meaning: "The job has no OIDC identity.",
		remedy: "Add \"permissions: id-token: write\" to the job. Workflows of a fork get none."
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
		remedy: "The message names the claim; check the issuer and the audience."
	},
	OIDC_KEYS_UNAVAILABLE: {
		exit: 3,
		meaning: "The keys of the OIDC issuer could not be fetched.",
		remedy: "Run again later."
	},
	CREDENTIALS_MISSING: {
		exit: 2,
		meaning: "No way to authenticate to the service was given, or the machine has no credentials.",
		remedy: "Set the inputs that the message names; with credentials: ambient, log the machine in."
	},
	CREDENTIALS_REFUSED: {
		exit: 2,
		meaning: "The cloud refused to exchange the identity of the job.",
		remedy: "Compare the trust condition with the sub that the message shows."
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
		meaning: "The event file of the runner disagrees with the claims of the OIDC token.",
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
		remedy: "Add the permission that the message names."
	}
};
// packages/core/src/error-table-witness.ts
const WITNESS_ERRORS = {
	CERTIFICATE_REFUSED: {
		exit: 2,
		meaning: "The certificate authority refused to certify the identity of the job.",
		remedy: "Check certificate-authority, and that it trusts the issuer that the message names."
	},
	CERTIFICATE_FAILED: {
		exit: 3,
		meaning: "The certificate authority failed, was throttled, or gave a certificate for another key or identity.",
		remedy: "Run again; if it repeats, the message says what is wrong with the authority or with a clock."
	},
	TIMESTAMP_FAILED: {
		exit: 3,
		meaning: "A timestamp authority failed, or answered for other bytes than it was asked for.",
		remedy: "Run again later, or name another authority in timestamp-authority."
	},
	LOG_REFUSED: {
		exit: 2,
		meaning: "The transparency log does not take this entry.",
		remedy: "The message says why: use an algorithm that the log knows, another log, or transparency-log: none."
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
* The one error class. `message` says what failed, for which input or artifact, and what to do;
* it never holds a token, a secret or text from outside that was not made printable.
*/
var ClawError = class extends Error {
	code;
	constructor(code, message, options) {
		super(message, options);
		this.name = "ClawError";
		this.code = code;
	}
	get exit() {
		return ERRORS[this.code].exit;
	}
};
// packages/core/src/printable.ts
const MAX_SHOWN = 200;
/** C0, C1, line separators, bidi controls, characters of no width or without ink, byte order mark, lone surrogates. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|\u17b4|\u17b5|\p{Cs}|\p{Co}|[\u{e0000}-\u{e0fff}]/u;
/** Whether every character of `text` shows as itself. */
function isPrintable(text) {
	return !HIDDEN.test(text);
}
/** `text` with hidden characters as \u{hex} and at most 200 characters, for messages. */
function printable(text) {
	const shown = text.replace(new RegExp(HIDDEN.source, "gu"), (character) => {
		return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
	});
	return shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN)}…` : shown;
}
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
	const states = hashes.map((hash) => [hash, createHash(hash)]);
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
			if (message.code !== void 0) throw new ClawError(message.code, message.message);
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
// packages/core/src/sha256.ts
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
/** The digest in `sha256:<hex>`. Upper case, other algorithms and other lengths throw DIGEST_INVALID. */
function parseSha256(text, input) {
	const hex = text.startsWith("sha256:") ? text.slice(7) : "";
	if (isSha256(hex)) return hex;
	throw new ClawError("DIGEST_INVALID", `${input}: "${printable(text)}" is not sha256: and 64 lower-case hexadecimal digits.`);
}
/** The hexadecimal form of the 32 bytes of a SHA-256 digest. */
function sha256FromBytes(bytes) {
	const hex = Buffer.from(bytes).toString("hex");
	if (isSha256(hex)) return hex;
	throw new ClawError("INTERNAL", "A SHA-256 digest does not have 32 bytes.");
}
// packages/core/src/subject.ts
/** As many as GitHub and the peers accept in one statement. */
const MAX_SUBJECTS_PER_STATEMENT = 1024;
/** A run that names more is a mistaken pattern rather than a release. */
const MAX_SUBJECTS = 16 * MAX_SUBJECTS_PER_STATEMENT;
const MAX_NAME_LENGTH = 1024;
/** Checks the name of a subject and returns it. Throws ARTIFACT_REFUSED. */
function checkSubjectName(name) {
	const refuse = (why) => {
		throw new ClawError("ARTIFACT_REFUSED", `The name "${printable(name)}" ${why}.`);
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
/** Sorted by name, none twice, at least one. Throws SUBJECT_DUPLICATE or SUBJECT_LIMIT. */
function checkSubjects(subjects) {
	if (subjects.length === 0) throw new ClawError("SUBJECT_LIMIT", "No artifact, image or checksum is named.");
	if (subjects.length > 16384) throw new ClawError("SUBJECT_LIMIT", `There are ${subjects.length} subjects; the limit of one run is ${MAX_SUBJECTS}.`);
	const seen = /* @__PURE__ */ new Map();
	for (const { name } of subjects) {
		const other = seen.get(foldName(name));
		if (other !== void 0) throw new ClawError("SUBJECT_DUPLICATE", `"${printable(name)}" and "${printable(other)}" are the same name once case and Unicode form are ignored.`);
		seen.set(foldName(name), name);
	}
	return subjects.toSorted((a, b) => a.name < b.name ? -1 : 1);
}
const GNU_LINE = /^([0-9A-Fa-f]+) [ *](.+)$/;
const BSD_LINE = /^SHA256 \((.+)\) = ([0-9A-Fa-f]+)$/;
function parseChecksumLine(line, place) {
	const gnu = GNU_LINE.exec(line);
	const bsd = BSD_LINE.exec(line);
	const hex = gnu?.[1] ?? bsd?.[2];
	const name = gnu?.[2] ?? bsd?.[1];
	if (hex === void 0 || name === void 0) throw new ClawError("CHECKSUMS_INVALID", `${place}: "${printable(line)}" is not a checksum line.`);
	if (!isSha256(hex)) throw new ClawError("DIGEST_INVALID", `${place}: the digest is not 64 lower-case hexadecimal digits of SHA-256.`);
	return {
		name: checkSubjectName(name.replace(/^\.\//, "")),
		digest: hex,
		source: "checksums"
	};
}
/**
* The subjects of a sha256sum or BSD checksums file. A line that is none of the two is an error, never
* skipped: skipping is how a mistyped file ends in a signature over nothing.
*/
function parseChecksums(text, file) {
	const lines = text.split(/\r?\n/);
	if (lines.at(-1) === "") lines.pop();
	if (lines.length === 0) throw new ClawError("CHECKSUMS_INVALID", `"${printable(file)}" holds no checksum.`);
	return lines.map((line, index) => parseChecksumLine(line, `"${printable(file)}" line ${index + 1}`));
}
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
// packages/core/src/artifact-files.ts
const MAX_CHECKSUMS_BYTES = 4194304;
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
async function checkedFile(root, found) {
	const path = resolve(root, found);
	const name = subjectNameOf(root, path, nodePath);
	const stats = await lstat(path).catch((error) => {
		throw readFailure(error, found);
	});
	if (stats.isDirectory()) return void 0;
	if (stats.isSymbolicLink()) throw new ClawError("ARTIFACT_REFUSED", `"${printable(found)}" is a symbolic link; name the file it points to.`);
	if (!stats.isFile()) throw new ClawError("ARTIFACT_REFUSED", `"${printable(found)}" is not a regular file.`);
	if (await realpath(path) !== join(await realpath(root), relative(root, path))) throw new ClawError("ARTIFACT_REFUSED", `"${printable(found)}" is reached through a symbolic link.`);
	return {
		name: checkSubjectName(name),
		path
	};
}
const notFound = (pattern, input) => new ClawError("ARTIFACT_NOT_FOUND", `Input ${input}: "${printable(pattern)}" matches no file in the workspace.`);
async function matches(root, pattern) {
	const found = await Array.fromAsync(glob(pattern, { cwd: root }));
	if (found.length > 65536) throw new ClawError("SUBJECT_LIMIT", `"${printable(pattern)}" matches ${found.length} paths.`);
	return found;
}
async function excludedPaths(root, patterns) {
	const excluded = /* @__PURE__ */ new Set();
	for (const pattern of patterns.filter((line) => line.startsWith("!"))) for (const found of await matches(root, pattern.slice(1))) excluded.add(resolve(root, found));
	return excluded;
}
/** Patterns for the names that begin with a dot, which the stars of `pattern` pass over. */
function hiddenPatterns(pattern) {
	const parts = pattern.split("/");
	return parts.flatMap((part, index) => {
		const [before, after] = [parts.slice(0, index), parts.slice(index + 1)];
		if (part === "**") return [[
			...before,
			"**",
			".*",
			...after.length === 0 ? [] : ["**", ...after]
		].join("/")];
		return part.startsWith("*") ? [[
			...before,
			`.${part}`,
			...after
		].join("/")] : [];
	});
}
/**
* Throws ARTIFACT_REFUSED where a star passes over a name that begins with a dot and nothing excludes it:
* whoever deploys the folder would take it along unseen.
*/
async function checkNothingHidden(root, patterns, input) {
	const known = await excludedPaths(root, patterns);
	for (const pattern of patterns.filter((line) => !line.startsWith("!"))) for (const found of await matches(root, pattern)) known.add(resolve(root, found));
	for (const pattern of patterns.filter((line) => !line.startsWith("!")).flatMap(hiddenPatterns)) {
		const hidden = (await matches(root, pattern)).find((found) => !known.has(resolve(root, found)));
		if (hidden !== void 0) throw new ClawError("ARTIFACT_REFUSED", `Input ${input}: "${printable(hidden)}" begins with a dot or is in a folder that does, so no pattern covers it. Name it, or exclude it by its path after "!".`);
	}
}
/**
* The files that `patterns` select below `root`, in the order of their names. `!pattern` excludes. A
* pattern that matches no file is an error of its own: a typo must not become an empty selection.
*/
async function selectFiles(root, patterns, input) {
	const excluded = await excludedPaths(root, patterns);
	const selected = /* @__PURE__ */ new Map();
	for (const pattern of patterns.filter((line) => !line.startsWith("!"))) {
		const found = await matches(root, pattern);
		const kept = (await Promise.all(found.map((path) => checkedFile(root, path)))).filter((file) => file !== void 0 && !excluded.has(file.path));
		if (kept.length === 0) throw notFound(pattern, input);
		for (const file of kept) if (file !== void 0) selected.set(file.path, file);
	}
	return [...selected.values()].toSorted((a, b) => a.name < b.name ? -1 : 1);
}
async function readChecksums(root, name) {
	const [file] = await selectFiles(root, [name], "checksums");
	if (file === void 0) throw notFound(name, "checksums");
	return parseChecksums((await readDocument(file, {
		limit: MAX_CHECKSUMS_BYTES,
		code: "CHECKSUMS_INVALID"
	})).toString("utf8"), name);
}
const fromAnnounced = (subject) => ({
	name: checkSubjectName(subject.name),
	digest: parseSha256(subject.digest, "GITHUB_ARTIFACTS_LIST"),
	source: "announced"
});
function namesNothing(sources) {
	return sources.artifacts.length === 0 && sources.images.length === 0 && sources.checksums === void 0;
}
/** All subjects that the inputs name, hashed and checked. `hashes` are computed beside SHA-256. Throws a ClawError. */
async function selectSubjects(root, sources, hashes = []) {
	if (namesNothing(sources)) return {
		subjects: checkSubjects(sources.announced.map(fromAnnounced)),
		files: /* @__PURE__ */ new Map()
	};
	const listed = [...sources.images.map((image) => parseImage(image, "images")), ...sources.checksums === void 0 ? [] : await readChecksums(root, sources.checksums)];
	const files = sources.artifacts.length === 0 ? [] : await selectFiles(root, sources.artifacts, "artifacts");
	const digests = await digestFiles(files.map(({ path }) => path), [.../* @__PURE__ */ new Set(["sha256", ...hashes])]);
	const hashed = files.map(({ name, path }) => ({
		name,
		path,
		digests: digests.get(path) ?? /* @__PURE__ */ new Map()
	}));
	return {
		subjects: checkSubjects([...hashed.map(({ name, digests: own }) => {
			const digest = own.get("sha256");
			if (digest === void 0) throw new ClawError("INTERNAL", "A file was not hashed.");
			return {
				name,
				digest: sha256FromBytes(digest),
				source: "file"
			};
		}), ...listed]),
		files: new Map(hashed.map(({ name, path, digests: own }) => [name, {
			path,
			digests: own
		}]))
	};
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
/** Thrown to leave the walk: it recurses, so that going on would exhaust the stack. */
var Refused = class extends Error {};
const MAX_DEPTH = 64;
function scan(text) {
	const scopes = [];
	const report = (what) => {
		throw new Refused(what);
	};
	const enter = () => {
		scopes.push(/* @__PURE__ */ new Set());
		if (scopes.length > MAX_DEPTH) report(`is nested deeper than ${MAX_DEPTH} levels`);
	};
	const leave = () => {
		scopes.pop();
	};
	const visitor = {
		onObjectBegin: enter,
		onObjectEnd: leave,
		onArrayBegin: enter,
		onArrayEnd: leave,
		onObjectProperty: (key) => {
			const keys = scopes.at(-1);
			if (keys?.has(key) === true) report(`has the key "${printable(key)}" twice in one object`);
			keys?.add(key);
		}
	};
	try {
		visit(text, visitor);
		return;
	} catch (error) {
		if (error instanceof Refused) return error.message;
		throw error;
	}
}
/** The value of a JSON document of at most `limit` bytes. `what` names it in messages. Throws JSON_INVALID. */
function parseJson(document, what, limit = MAX_JSON_BYTES) {
	const refuse = (why, cause) => new ClawError("JSON_INVALID", `${printable(what)} ${why}.`, { cause });
	if (Buffer.byteLength(document) > limit) throw refuse(`is over ${limit} bytes`);
	let value;
	let text;
	try {
		text = typeof document === "string" ? document : new TextDecoder("utf-8", { fatal: true }).decode(document);
		value = JSON.parse(text);
	} catch {
		throw refuse("is not valid JSON in UTF-8");
	}
	const problem = scan(text);
	if (problem !== void 0) throw refuse(problem);
	return value;
}
/** A JSON object as opposed to an array, null or a scalar. */
function isJsonObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
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
const MAX_ENTRIES = 32;
/** Read by whoever verifies them. */
const LogEntries = pipe(array(record(string(), unknown())), maxLength(MAX_ENTRIES));
const Timestamps = pipe(array(exactObject({ signedTimestamp: Base64Bytes })), maxLength(MAX_ENTRIES));
const Certificate = exactObject({ rawBytes: Base64Bytes });
const Bundle = exactObject({
	mediaType: custom(isMediaType, "is not a media type of a Sigstore bundle"),
	verificationMaterial: exactObject({
		publicKey: optional(exactObject({ hint: optional(string(), "") })),
		certificate: optional(Certificate),
		x509CertificateChain: optional(exactObject({ certificates: pipe(array(Certificate), maxLength(MAX_ENTRIES)) })),
		tlogEntries: optional(LogEntries, []),
		timestampVerificationData: optional(exactObject({ rfc3161Timestamps: optional(Timestamps, []) }))
	}),
	dsseEnvelope: optional(exactObject({
		payload: Base64Bytes,
		payloadType: pipe(string(), regex(/^[\x21-\x7e]{1,256}$/, "is not a media type in ASCII")),
		signatures: pipe(array(exactObject({
			sig: Base64Bytes,
			keyid: optional(string(), "")
		})), length(1))
	})),
	messageSignature: optional(exactObject({
		messageDigest: exactObject({
			algorithm: picklist([
				"SHA2_256",
				"SHA2_384",
				"SHA2_512"
			]),
			digest: Base64Bytes
		}),
		signature: Base64Bytes
	}))
});
function contentOf({ dsseEnvelope, messageSignature }) {
	if (dsseEnvelope === void 0 === (messageSignature === void 0)) return void 0;
	if (messageSignature !== void 0) {
		const { messageDigest, signature } = messageSignature;
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
function signerOf({ verificationMaterial, dsseEnvelope }, refuse) {
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
/** Reads a bundle; `name` is its path, for messages. Throws BUNDLE_INVALID or JSON_INVALID. */
function parseBundle(document, name) {
	const refuse = (why) => new ClawError("BUNDLE_INVALID", `The bundle "${printable(name)}" ${why}.`);
	const result = safeParse(Bundle, parseJson(document, `The bundle "${name}"`, MAX_BUNDLE_BYTES), { abortEarly: true });
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
		signer: signerOf(result.output, refuse),
		content,
		logEntries: tlogEntries,
		timestamps: (timestampVerificationData?.rfc3161Timestamps ?? []).map(({ signedTimestamp }) => signedTimestamp)
	};
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
// packages/core/src/endpoint.ts
const LOOPBACK = /* @__PURE__ */ new Set([
	"127.0.0.1",
	"[::1]",
	"localhost"
]);
const isLoopback = (url) => LOOPBACK.has(url.hostname);
/** An https URL, or http on loopback, without credentials, query or fragment. Throws ENDPOINT_INSECURE or INPUT_INVALID. */
function parseEndpoint(text, input) {
	const url = URL.parse(text);
	if (url === null) throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not a URL.`);
	if (!(url.protocol === "https:" || url.protocol === "http:" && isLoopback(url)) || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") throw new ClawError("ENDPOINT_INSECURE", `Input ${input}: use an https URL without credentials, query or fragment (http is allowed on loopback only).`);
	return url;
}
// packages/core/src/external-mu.ts
/** What ML-DSA signs in place of the message (FIPS 204 §6.2, algorithm 7 line 6), with an empty context. `rawKey` is the encoded public key. */
function externalMu(rawKey, message) {
	const keyHash = createHash("shake256", { outputLength: 64 }).update(rawKey).digest();
	return createHash("shake256", { outputLength: 64 }).update(keyHash).update(Buffer.from([0, 0])).update(message).digest();
}
// packages/core/src/http-client.ts
/** A request without an answer. Its reason is a bare word: `ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`, `timeout`. */
var HttpFailure = class extends Error {
	reason;
	/** Whether another try may end otherwise: a certificate that is not trusted now is not trusted in a second. */
	transient;
	constructor(reason, transient) {
		super(reason);
		this.name = "HttpFailure";
		this.reason = reason;
		this.transient = transient;
	}
};
/** Codes of OpenSSL and Node for certificates and handshakes that were refused. */
const TLS_REFUSAL = /CERT|CRL|SIGNATURE|ISSUER|TLS|SSL|EPROTO/;
function failureOf(error, signal) {
	if (error instanceof HttpFailure) return error;
	if (signal.aborted) return new HttpFailure("timeout", true);
	const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
	const reason = typeof code === "string" && /^[A-Z0-9_]{1,64}$/.test(code) ? code : "no connection";
	return new HttpFailure(reason, !TLS_REFUSAL.test(reason));
}
const tooLarge = () => new HttpFailure("answer too large", false);
const headersOf = (answer) => Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
const bareHost = (url) => url.hostname.replace(/^\[|\]$/g, "");
function openOptions(url, request, signal) {
	const length = request.body === void 0 ? {} : { "content-length": Buffer.byteLength(request.body) };
	return {
		hostname: bareHost(url),
		port: url.port,
		path: `${url.pathname}${url.search}`,
		method: request.method,
		headers: {
			...request.headers,
			...length
		},
		signal
	};
}
/** The roots of Node and, beside them, those of `tls`. */
const agentOptions = ({ ca, cert, key }) => ({
	...ca === void 0 ? {} : { ca: [...getCACertificates("default"), ca] },
	...cert === void 0 ? {} : { cert },
	...key === void 0 ? {} : { key },
	rejectUnauthorized: true
});
/**
* The agent of every https connection that is not made by `fetch`. The proxy of the environment sees where
* a connection leads and nothing more. http is for loopback alone and goes past it, for the proxy would
* see the token.
*/
const tlsAgent = (tls = {}) => new Agent$1({
	keepAlive: true,
	proxyEnv: process.env,
	...agentOptions(tls)
});
/** PEM that cannot be read, and a certificate that does not fit its key, fail at the first request. */
function httpClient(tls = {}) {
	const agent = tlsAgent(tls);
	const plainAgent = new Agent({ keepAlive: true });
	return async (url, request$2) => {
		const signal = AbortSignal.timeout(request$2.timeout);
		const options = openOptions(url, request$2, signal);
		try {
			const answer = await new Promise((resolve, reject) => {
				(url.protocol === "https:" ? request$1({
					...options,
					agent
				}) : request({
					...options,
					agent: plainAgent
				})).once("response", resolve).once("error", reject).end(request$2.body);
			});
			const body = await boundedBytes(answer, request$2.maxBytes, tooLarge);
			return {
				status: answer.statusCode ?? 0,
				headers: headersOf(answer),
				body
			};
		} catch (error) {
			throw failureOf(error, signal);
		}
	};
}
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
/** Parses `text`; `input` is the name of the input it came from. Throws KEY_URI_INVALID. */
function parseKeyUri(text, input) {
	if (isKeyUri(text)) return text;
	const scheme = text.split("://", 1)[0] ?? "";
	const forms = isScheme(scheme) ? [SCHEMES[scheme]] : Object.values(SCHEMES);
	throw new ClawError("KEY_URI_INVALID", `Input ${input}: ${text.includes("PRIVATE KEY") ? "it looks like a private key, which no option accepts: keys stay in the KMS" : `"${printable(text)}" is not ${forms.map(({ form }) => form).join(", ")}`}`);
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
// packages/core/src/ports.ts
const systemClock = {
	now: () => Date.now(),
	sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
};
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
const unfit = (name, why, cause) => new ClawError("KEY_ALGORITHM_UNSUPPORTED", `Key "${name}": ${why}.`, { cause });
function importKey(name, spki) {
	if (typeof spki === "string" && !/^\s*-----BEGIN PUBLIC KEY-----/.test(spki)) throw unfit(name, "give a PEM block that begins with -----BEGIN PUBLIC KEY-----; private keys are never accepted");
	try {
		return createPublicKey(typeof spki === "string" ? spki : {
			key: Buffer.from(spki),
			format: "der",
			type: "spki"
		});
	} catch (cause) {
		throw unfit(name, "this is not a SubjectPublicKeyInfo that can be read", cause);
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
	if (candidates.length > 1) throw unfit(name, `state its algorithm, one of ${candidates.join(", ")}`);
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
const MAX_ATTEMPTS = 5;
const FIRST_DELAY_MS = 200;
/** Whether an HTTP status may answer differently the next time. */
const isTransientStatus = (status) => status === 408 || status === 429 || status >= 500 && status <= 599;
/** Milliseconds from a Retry-After header in seconds or as an HTTP date; undefined where it is neither. */
function retryAfter(header, clock) {
	if (header === null || header === void 0 || header === "") return void 0;
	if (/^\d{1,6}$/.test(header)) return Number(header) * 1e3;
	const date = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(header) ? Date.parse(header) : NaN;
	return Number.isNaN(date) ? void 0 : Math.max(0, date - clock.now());
}
/**
* Runs `attempt` until it succeeds, `classify` says that another try is pointless, or the time is up.
* `attempt` gets the milliseconds left, to bound its own request.
*/
async function withRetry(attempt, classify, clock) {
	const deadline = clock.now() + TOTAL_MS;
	for (let count = 1;; count += 1) try {
		return await attempt(Math.max(1, deadline - clock.now()));
	} catch (error) {
		const hint = classify(error);
		const backoff = FIRST_DELAY_MS * 2 ** (count - 1) * (.5 + Math.random());
		const delay = Math.max(backoff, hint.after ?? 0);
		if (!hint.retry || count >= MAX_ATTEMPTS || clock.now() + delay >= deadline) throw error;
		await clock.sleep(delay);
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
	const { padding } = ALGORITHMS[algorithm];
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
	const fact = ALGORITHMS[algorithm];
	return fact.key !== "rsa" || signature.length * 8 === fact.node.bits;
}
/** Whether `signature` is one over `message`. ECDSA signatures are DER; PSS salts are as long as the digest. */
function verifyMessage(key, message, signature) {
	if (!hasKeyLength(key, signature)) return false;
	try {
		return verify(ALGORITHMS[key.algorithm].hash, message, verifyInput(key), signature);
	} catch {
		return false;
	}
}
/** `verifyMessage` in libuv's threads: the signatures of many bundles are checked on all cores. */
function verifyMessageInThread(key, message, signature) {
	if (!hasKeyLength(key, signature)) return Promise.resolve(false);
	return new Promise((resolve) => {
		try {
			verify(ALGORITHMS[key.algorithm].hash, message, verifyInput(key), signature, (error, isValid) => {
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
	const { hash, padding } = ALGORITHMS[algorithm];
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
	const fact = ALGORITHMS[algorithm];
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
	const fact = ALGORITHMS[key.algorithm];
	if (fact.hash === null) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", `${key.algorithm} signs whole messages, so a digest cannot be checked.`);
	if (digest.length !== DIGEST_BYTES[fact.hash] || !hasKeyLength(key, signature)) return false;
	try {
		return fact.key === "rsa" ? verifyRsaDigest(key, digest, signature) : await verifyEcdsaDigest(key, digest, signature);
	} catch {
		return false;
	}
}
// packages/core/src/statement.ts
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
/** cosign still writes v0.1; the fields that are read here are the same. */
const READ_TYPES = [STATEMENT_TYPE, "https://in-toto.io/Statement/v0.1"];
const IN_TOTO_PAYLOAD_TYPE = "application/vnd.in-toto+json";
const SLSA_PROVENANCE_TYPE = "https://slsa.dev/provenance/v1";
/** What `cosign sign` writes where a signature, and no claim, is meant. */
const SIGNATURE_PREDICATE_TYPE = "https://sigstore.dev/cosign/sign/v1";
/** Hexadecimal length of the algorithms that the specification names; others are free-form. */
const DIGEST_LENGTHS = {
	md5: [32],
	sha1: [40],
	sha224: [56],
	sha256: [64],
	sha384: [96],
	sha512: [128],
	sha512_224: [56],
	sha512_256: [64],
	sha3_224: [56],
	sha3_256: [64],
	sha3_384: [96],
	sha3_512: [128],
	gitCommit: [40, 64],
	gitTree: [40, 64],
	gitBlob: [40, 64],
	gitTag: [40, 64]
};
const isDigest = (algorithm, value) => {
	const lengths = Object.hasOwn(DIGEST_LENGTHS, algorithm) ? DIGEST_LENGTHS[algorithm] : void 0;
	if (lengths === void 0) return value !== "";
	return lengths.includes(value.length) && /^[0-9a-f]+$/.test(value);
};
const Text = pipe(string(), nonEmpty());
const JsonObject = pipe(custom(isJsonObject, "is not an object"), record(string(), unknown()));
const DigestSet = pipe(custom(isJsonObject, "is not an object"), record(Text, string()), check$2((digests) => Object.entries(digests).every(([name, value]) => isDigest(name, value)), "a digest is not lower-case hexadecimal of the length of its algorithm"));
const Descriptor = object({
	name: optional(string()),
	uri: optional(string()),
	digest: optional(DigestSet),
	content: optional(string()),
	downloadLocation: optional(string()),
	mediaType: optional(string()),
	annotations: optional(JsonObject)
});
const ResourceDescriptor = pipe(Descriptor, check$2(({ uri, digest, content, name }) => [
	uri,
	content,
	name
].some((field) => field !== void 0 && field !== "") || Object.keys(digest ?? {}).length > 0, "one of name, uri, digest and content is required"));
const SubjectDescriptor = object({
	...Descriptor.entries,
	digest: pipe(DigestSet, check$2((digests) => Object.keys(digests).length > 0, "a subject needs a digest"))
});
const Statement = object({
	_type: picklist(READ_TYPES),
	subject: pipe(array(SubjectDescriptor), minLength(1)),
	predicateType: Text,
	predicate: JsonObject
});
const ProvenanceV1 = object({
	buildDefinition: object({
		buildType: Text,
		externalParameters: JsonObject,
		internalParameters: optional(JsonObject),
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
	return check(ProvenanceV1, value, "The SLSA provenance");
}
/** The bytes of a statement over `subjects`, in their order. */
function writeStatement(subjects, predicate) {
	return Buffer.from(JSON.stringify({
		_type: STATEMENT_TYPE,
		subject: subjects.map(({ name, digest }) => ({
			name,
			digest: { sha256: digest }
		})),
		predicateType: predicate.type,
		predicate: predicate.body
	}));
}
// packages/core/src/vault-names.ts
const PATH = /^(?!.*(?:^|\/)\.+(?:\/|$))[\w.-]{1,64}(?:\/[\w.-]{1,64}){0,7}$/;
/** A mount, an authentication path or a namespace: segments of letters, digits, `_`, `-` and `.`. Throws INPUT_INVALID, naming `input`. */
function parseVaultPath(text, input) {
	if (PATH.test(text)) return text;
	throw new ClawError("INPUT_INVALID", `Input ${input}: "${printable(text)}" is not a path of Vault; write NAME or NAME/NAME, without a slash at the ends.`);
}
// packages/core/src/provenance-facts.ts
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
/** Throws STATEMENT_INVALID where the predicate is not SLSA provenance v1. */
function provenanceFacts(predicate) {
	const { buildDefinition, runDetails } = checkProvenance(predicate);
	const { externalParameters, internalParameters, resolvedDependencies } = buildDefinition;
	const repository = textAt(externalParameters, "workflow", "repository");
	return {
		buildType: buildDefinition.buildType,
		builderId: runDetails.builder.id,
		repository,
		repositoryId: textAt(internalParameters, "github", "repository_id"),
		ref: textAt(externalParameters, "workflow", "ref"),
		commit: commitOf(resolvedDependencies, repository),
		event: textAt(internalParameters, "github", "event_name"),
		runnerEnvironment: textAt(internalParameters, "github", "runner_environment"),
		isolation: textAt(internalParameters, "isolation"),
		invocationId: runDetails.metadata?.invocationId
	};
}
// packages/core/src/verify.ts
async function isSignedBy(key, { content }) {
	if (content.kind === "envelope") return verifyMessageInThread(key, preAuthEncoding(content.payloadType, content.payload), content.signature);
	const { hash } = ALGORITHMS[key.algorithm];
	return hash === content.hash && verifyDigest(key, content.digest, content.signature);
}
const signsWholeMessages = ({ algorithm }) => ALGORITHMS[algorithm].hash === null;
/** The hint only orders the search: keys come from the caller, never from the bundle. */
async function findSigner(bundle, hint, keys) {
	if (keys.length === 0) throw new ClawError("KEY_UNTRUSTED", "No key is trusted, so nothing can verify.");
	const named = keys.filter(({ keyId }) => keyId === hint);
	const candidates = named.length > 0 ? named : keys;
	for (const key of candidates) if (await isSignedBy(key, bundle)) return key;
	if (bundle.content.kind === "message" && candidates.every(signsWholeMessages)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", "The bundle signs a digest, and the trusted keys in question sign whole messages only.");
	throw named.length > 0 ? new ClawError("SIGNATURE_INVALID", `The signature does not verify with the key "${printable(named[0]?.name ?? "")}" that the bundle names.`) : new ClawError("KEY_UNTRUSTED", "No trusted key verifies the signature.");
}
function statementFacts(payloadType, payload, common) {
	if (payloadType !== "application/vnd.in-toto+json") throw new ClawError("STATEMENT_INVALID", `The payload type is "${printable(payloadType)}", not ${IN_TOTO_PAYLOAD_TYPE}.`);
	const { subject, predicateType, predicate } = parseStatement(payload);
	const digests = subject.map(({ digest }) => digest["sha256"] ?? "").filter(isSha256);
	return {
		...common,
		kind: "statement",
		payloadDigest: sha256FromBytes(createHash("sha256").update(payload).digest()),
		predicateType,
		subjects: new Set(digests),
		provenance: predicateType === "https://slsa.dev/provenance/v1" ? provenanceFacts(predicate) : void 0
	};
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
	const { identity, key, times, logged } = await roots.certificate(bundle);
	if (bundle.content.kind === "message" && signsWholeMessages(key)) throw new ClawError("KEY_ALGORITHM_UNSUPPORTED", "The bundle signs a digest, and the key of its certificate signs whole messages only.");
	if (!await isSignedBy(key, bundle)) throw new ClawError("SIGNATURE_INVALID", "The signature does not verify with the certificate of the bundle.");
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
* Facts of a bundle, established with `trust` alone. Throws SIGNATURE_INVALID, KEY_UNTRUSTED,
* STATEMENT_INVALID, JSON_INVALID, KEY_ALGORITHM_UNSUPPORTED for a message signature whose scheme
* needs the whole message, and what the trusted roots throw.
*/
async function verifyBundle(bundle, trust) {
	const { content, signer } = bundle;
	const common = signer.kind === "key" ? await keyFacts(bundle, signer.hint, trust) : await certificateFacts(bundle, trust.roots);
	return content.kind === "envelope" ? statementFacts(content.payloadType, content.payload, common) : {
		...common,
		kind: "blob",
		hash: content.hash,
		digest: content.digest.toString("hex")
	};
}
export { ALGORITHMS, Base64Bytes, ClawError, ERRORS, HttpFailure, IN_TOTO_PAYLOAD_TYPE, KEYLESS, MAX_BUNDLE_BYTES, MAX_JSON_BYTES, MAX_SUBJECTS_PER_STATEMENT, SIGNATURE_PREDICATE_TYPE, SLSA_PROVENANCE_TYPE, awsKeyName, azureKeyName, boundedBytes, checkNothingHidden, checkProvenance, crc32c, decodeBase64, decodedText, digestFile, exactObject, externalMu, fitsAlgorithm, gcpKeyName, httpClient, isAlgorithm, isJsonObject, isLoopback, isPinned, isPrintable, isTransientStatus, keyIdOf, keyScheme, parseBundle, parseEndpoint, parseJson, parseKeyUri, parseSha256, parseStatement, parseVaultPath, preAuthEncoding, printable, readDocument, retryAfter, selectFiles, selectSubjects, sha256FromBytes, subjectNameOf, systemClock, tlsAgent, trustedKey, vaultKeyName, verifyBundle, verifyDigest, verifyMessage, withRetry, writeStatement };
