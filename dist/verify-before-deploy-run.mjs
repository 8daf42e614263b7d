import { __name } from "./rolldown-runtime.mjs";
import { ALGORITHMS, ClawError, ERRORS, MAX_BUNDLE_BYTES, MAX_JSON_BYTES, claimsOf, digestFiles, findFiles, hashDeployment, hashesToCompare, hashesToConfirm, isExampleKey, jsonLines, keyScheme, knownArtifacts, mayBeAbout, parseBundle, parseBundles, parseStatement, printable, readDocument, readFailure, selectDeployment, selectFile, sha256Of, systemClock, trustedKey, verificationWork, verifyBundle } from "./core.mjs";
import { giveBack, openSession } from "./cloud.mjs";
import { MAX_POLICY_BYTES, decide, parsePolicy, policyDigest } from "./policy.mjs";
import { codeLink, codeSpan, codeText, folded, jsonBlock, log, markdownTable, plural, setOutputs, shortDigest, shortName, writeSummary } from "./runner.mjs";
import { awsPublicKey, azurePublicKey, googlePublicKey, vaultPublicKey } from "./kms.mjs";
import { TRUSTED_ROOTS_TYPE, parseTrustedRoot, rootsFromStatement, trustedRootsOf, tufTrustedRoot } from "./sigstore.mjs";
import { basename } from "node:path/posix";
import { createHash } from "node:crypto";
import { lstat, stat } from "node:fs/promises";
// actions/verify-before-deploy/src/digests.ts
const hexOf = (digests) => new Map([...digests].map(([hash, bytes]) => [hash, Buffer.from(bytes).toString("hex")]));
/** What was selected, with all that is known of it so far. */
const artifactsOf = ({ subjects, files }) => subjects.map((subject) => {
	const { name } = subject;
	const digest = sha256Of(subject);
	return {
		name,
		digest,
		source: files.has(name) ? "file" : "image",
		digests: hexOf(files.get(name)?.digests ?? /* @__PURE__ */ new Map()).set("sha256", digest)
	};
});
/** Each once: one statement can be in thousands of bundles. */
const indexesOf = (evidence) => [...new Set(evidence.flatMap((item) => "facts" in item && item.facts.kind === "statement" ? [item.facts.subjects] : []))];
/** The statements that have a digest, so that not each is compared with each artifact. */
function byDigest(indexes) {
	const found = /* @__PURE__ */ new Map();
	for (const index of indexes) for (const key of index.byDigest.keys()) {
		const others = found.get(key);
		if (others === void 0) found.set(key, [index]);
		else others.push(index);
	}
	return (digests) => [...digests].flatMap(([hash, value]) => found.get(`${hash}:${value}`) ?? []);
}
/** A file that is read twice must be the same twice: digests of two contents would make one artifact of them. */
function extended(artifact, path, digests) {
	const found = hexOf(digests ?? /* @__PURE__ */ new Map());
	if (found.get("sha256") !== artifact.digest) throw new ClawError("ARTIFACT_CHANGED", `"${printable(path)}" changed between two readings.`);
	return {
		...artifact,
		digests: new Map([...artifact.digests, ...found])
	};
}
/**
* `artifacts` with every digest that is needed to compare them with the subjects of the evidence. What is no
* file here stays as it is. Throws as `digestFiles`.
*/
async function withFurtherDigests(artifacts, files, evidence) {
	const indexes = indexesOf(evidence);
	const hashed = new Set(artifacts.flatMap(({ name, digests }) => files.has(name) ? [...digests.keys()] : []));
	const forAll = new Set(indexes.flatMap((index) => hashesToCompare(index, hashed)));
	const indexesWith = byDigest(indexes);
	const needed = new Map(artifacts.map(({ name, digests }) => [name, /* @__PURE__ */ new Set([...forAll, ...indexesWith(digests).flatMap((index) => hashesToConfirm(index, digests))])]));
	const incomplete = new Set(artifacts.filter(({ name }) => files.has(name) && (needed.get(name)?.size ?? 0) > 0));
	const hashes = [...incomplete].flatMap(({ name }) => [...needed.get(name) ?? []]);
	const paths = [...incomplete].flatMap(({ name }) => files.get(name)?.path ?? []);
	if (paths.length === 0) return [...artifacts];
	const digests = await digestFiles(paths, [.../* @__PURE__ */ new Set(["sha256", ...hashes])]);
	return artifacts.map((artifact) => {
		const path = files.get(artifact.name)?.path;
		return path === void 0 || !incomplete.has(artifact) ? artifact : extended(artifact, artifact.name, digests.get(path));
	});
}
// actions/verify-before-deploy/src/reading-work.ts
const [BRACE, BRACKET, COMMA] = [
	123,
	91,
	44
];
/**
* Units of about a microsecond, as those of `verificationWork`. Each value of a document follows one of three
* characters; to check, to build and to look at one takes two units. Those inside of texts count too, which
* base64 has none of and prose has few of.
*/
function readingWork(document) {
	let values = 1;
	for (let at = 0; at < document.length; at += 1) {
		const byte = document[at];
		if (byte === COMMA || byte === BRACE || byte === BRACKET) values += 1;
	}
	return 2 * values;
}
// actions/verify-before-deploy/src/claims.ts
/** A bundle that anybody could have dropped there must not veto the good one; it just proves nothing. */
function refusal(path, error) {
	if (!(error instanceof ClawError)) throw error;
	const { code, message, remedy } = error;
	return {
		path,
		refused: {
			code,
			message,
			remedy
		}
	};
}
const ofOthers = (path) => ({
	path,
	refused: {
		reason: "SUBJECT_MISMATCH",
		message: "it speaks about none of the artifacts"
	}
});
/** What nobody looked at, and why. */
const notExamined = (path, why) => ({
	path,
	refused: {
		reason: "EVIDENCE_NOT_EXAMINED",
		message: why
	}
});
/** What is given by a hash that is not computed of every artifact is not excluded: it may turn out to be one. */
function isOfInterest(claims, { digests, hashes }) {
	if (claims === void 0) return true;
	if (claims.kind === "statement") return mayBeAbout(claims.subjects, {
		digests,
		hashes
	});
	return !hashes.has(claims.hash) || digests.has(`${claims.hash}:${claims.digest}`);
}
/** What it takes to read the claims. */
const claimsCost = ({ name, bundle: { content } }) => ({
	name,
	work: content.kind === "envelope" ? readingWork(content.payload) : 0
});
const isPending = (item) => "work" in item;
const isRefused$1 = /* @__PURE__ */ __name((item) => !("work" in item), "isRefused");
/** A bundle that is worth verifying, or why it is not. */
function claimed(read, { known, trust, filesFor }) {
	if ("refused" in read) return refusal(read.name, read.refused);
	try {
		const { name, bundle } = read;
		const { content } = bundle;
		const claims = content.kind === "unidentified" ? void 0 : claimsOf(content);
		if (!isOfInterest(claims, known)) return ofOthers(name);
		const trusted = claims === void 0 ? {
			...trust,
			files: filesFor(name)
		} : trust;
		return {
			name,
			bundle,
			claims,
			trust: trusted,
			work: verificationWork(bundle, trusted)
		};
	} catch (error) {
		return refusal(read.name, error);
	}
}
// actions/verify-before-deploy/src/evidence-files.ts
function sourceOf(file, size) {
	if (size > MAX_BUNDLE_BYTES) throw new ClawError("BUNDLE_INVALID", `"${printable(file.name)}" is over ${MAX_BUNDLE_BYTES} bytes.`);
	return {
		name: file.name,
		size,
		read: () => readDocument(file, {
			limit: size,
			code: "ARTIFACT_CHANGED"
		})
	};
}
async function examined(file) {
	if ("refused" in file) return refusal(printable(file.name), file.refused);
	try {
		return sourceOf(file, (await lstat(file.path)).size);
	} catch (error) {
		return refusal(file.name, readFailure(error, file.name));
	}
}
const isRefused = (item) => !("read" in item);
const isSource = (item) => "read" in item;
/** What the cause itself calls for; undefined where it says no more than its code. */
const ownRemedy = ({ code, remedy }) => remedy === ERRORS[code].remedy ? void 0 : remedy;
/** What the patterns match. Throws EVIDENCE_NOT_FOUND. */
async function findEvidence(workspace, patterns) {
	const found = await findFiles(workspace, patterns, "bundles").catch((error) => {
		if (error instanceof ClawError && error.code === "ARTIFACT_NOT_FOUND") throw new ClawError("EVIDENCE_NOT_FOUND", error.message, {
			cause: error,
			remedy: ownRemedy(error)
		});
		throw error;
	});
	const items = await Promise.all(found.map(examined));
	return {
		sources: items.filter(isSource),
		refused: items.filter(isRefused)
	};
}
// actions/verify-before-deploy/src/namesakes.ts
/**
* Digests of the artifacts after which the bundle is named: `app.tgz.sigstore.json` is about `app.tgz`. Where
* there is none, of any, those first with which its name begins: 64 for each bundle of a large release, or of
* somebody who copies one, would be more work than all of them get. Artifacts are found by the beginnings of a
* name, since bundles may be as many as they.
*/
function namesakesFirst(artifacts) {
	const byName = Map.groupBy(artifacts, ({ name }) => basename(name));
	return (bundle) => {
		const name = basename(bundle);
		const beginnings = Array.from({ length: name.length }, (_, index) => name.slice(0, name.length - index));
		const namesakes = beginnings.filter((beginning) => name[beginning.length] === ".").flatMap((beginning) => byName.get(beginning) ?? []);
		if (namesakes.length > 0) return namesakes.slice(0, 64).map(({ digests }) => digests);
		const similar = beginnings.flatMap((beginning) => byName.get(beginning) ?? []);
		const others = artifacts.slice(0, 64).filter((artifact) => !similar.includes(artifact));
		return [...similar, ...others].slice(0, 64).map(({ digests }) => digests);
	};
}
// actions/verify-before-deploy/src/sources.ts
/** Documents that are in memory at the same time; each takes up several times its size while it is read. */
const MAX_TOGETHER = {
	files: 64,
	bytes: 33554432
};
const sizeOf = (sources) => sources.reduce((sum, { size }) => sum + size, 0);
/** Sources that are in memory together, in their order. */
function batchesOf(sources) {
	const batches = [];
	for (const source of sources) {
		const last = batches.at(-1);
		if (last !== void 0 && last.length < MAX_TOGETHER.files && sizeOf(last) + source.size <= MAX_TOGETHER.bytes) last.push(source);
		else batches.push([source]);
	}
	return batches;
}
// actions/verify-before-deploy/src/examination.ts
/**
* A release of 4,096 files with a bundle each is the largest that is worth a thought. Of each of these, 256 KiB
* are read at least, and 16,384 units of work are done: the largest provenance in public has 100 kB and 4,000
* values, and a keyless signature with two witnesses takes 10,400 units. All bytes and all units together take
* a minute or two on one core.
*/
const LIMITS = {
	files: 16384,
	bytes: 2 ** 30,
	work: 2 ** 26
};
/** Refusals that are listed of one file. */
const MAX_LISTED$1 = 16;
/** Units that may be spent. */
var Purse = class {
	#left;
	spent = 0;
	constructor(allowance) {
		this.#left = allowance;
	}
	/** Whether there is enough for it; what it is not enough for is added to `costly`. */
	pays(cost, costly) {
		const isEnough = cost.work <= this.#left;
		if (!isEnough) costly.push({
			name: cost.name,
			work: cost.work
		});
		else {
			this.#left -= cost.work;
			this.spent += cost.work;
		}
		return isEnough;
	}
};
var Examination = class {
	#judged;
	#limits;
	#evidence = [];
	#digests = /* @__PURE__ */ new Set();
	/** Of files with a bundle that does not say what it signs: there the name of the file counts. */
	#unsaid = /* @__PURE__ */ new Set();
	/** One statement can be in many bundles; its subjects are kept once. */
	#subjects = /* @__PURE__ */ new Map();
	#deferred = [];
	#unread = [];
	#spent = {
		files: 0,
		bytes: 0,
		work: 0,
		equal: 0,
		verified: 0,
		unexamined: 0
	};
	constructor(judged, limits) {
		this.#judged = judged;
		this.#limits = limits;
	}
	async run(sources) {
		const sorted = sources.toSorted((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
		const first = sorted.slice(0, this.#limits.files);
		this.#leaveOut(sorted.slice(first.length).map(({ name }) => name), `no more than ${this.#limits.files} files are looked at, the smallest first`);
		const allowance = Math.floor(this.#limits.work / Math.max(1, first.length));
		for (const batch of batchesOf(first)) {
			const affordable = batch.filter((source) => this.#claimBytes(source));
			const documents = await Promise.all(affordable.map((source) => this.#read(source, void 0)));
			await Promise.all(affordable.map((source, index) => this.#examine(source, documents[index], { allowance })));
		}
		for (const deferred of this.#deferred.toSorted((a, b) => a.work - b.work)) if (this.#claimBytes(deferred.source)) await this.#examine(deferred.source, await this.#read(deferred.source, deferred), {
			allowance: this.#limits.work - this.#spent.work,
			deferred
		});
		this.#leaveOut(this.#unread, `of all bundles together no more than ${this.#limits.bytes} bytes are read, the smallest first`);
		return {
			evidence: this.#evidence.toSorted((a, b) => a.path < b.path ? -1 : 1),
			expense: this.#spent
		};
	}
	#leaveOut(names, why) {
		this.#spent.unexamined += names.length;
		this.#list(names.map((name) => notExamined(name, why)));
	}
	/** A file of a thousand lines must not fill the memory with what is wrong with each. */
	#list(items) {
		this.#evidence.push(...items.slice(0, MAX_LISTED$1));
		const next = items[MAX_LISTED$1];
		if (next === void 0 || "facts" in next) return;
		const message = `${next.refused.message} (and ${items.length - MAX_LISTED$1 - 1} more like this)`;
		this.#evidence.push({
			path: next.path,
			refused: {
				...next.refused,
				message
			}
		});
	}
	#claimBytes({ name, size }) {
		const isAffordable = this.#spent.bytes + size <= this.#limits.bytes;
		if (isAffordable) this.#spent.bytes += size;
		else this.#unread.push(name);
		return isAffordable;
	}
	async #examine(source, bytes, { allowance, deferred }) {
		const digest = bytes === void 0 ? "" : digestOf(bytes);
		if (bytes === void 0 || deferred === void 0 && this.#isEqual(digest)) return;
		const purse = new Purse(allowance);
		const costly = [];
		if (purse.pays({
			name: source.name,
			work: readingWork(bytes)
		}, costly)) {
			const reads = parseBundles(bytes, source.name).filter(({ name }) => deferred?.names?.has(name) ?? true);
			const refused = [];
			const pending = this.#claimed(reads, purse, costly);
			if (pending.some(({ claims }) => claims === void 0)) this.#unsaid.add(digest);
			for (const one of pending) if (purse.pays(one, costly)) refused.push(...await this.#verify(one));
			this.#list(refused);
		}
		this.#spent.work += purse.spent;
		this.#putOff(source, {
			digest,
			costly,
			isLast: deferred !== void 0
		});
	}
	/** Undefined for what cannot be read. */
	async #read(source, deferred) {
		try {
			const bytes = await source.read();
			if (deferred !== void 0 && deferred.digest !== digestOf(bytes)) throw new ClawError("ARTIFACT_CHANGED", `"${printable(source.name)}" changed between two readings.`);
			return bytes;
		} catch (error) {
			this.#evidence.push(refusal(source.name, error));
			return;
		}
	}
	/** Whether the same was read under another name, and nothing depends on the name. */
	#isEqual(digest) {
		const isKnown = this.#digests.has(digest);
		this.#spent[isKnown ? "equal" : "files"] += 1;
		this.#digests.add(digest);
		return isKnown && !this.#unsaid.has(digest);
	}
	/** The bundles that may be about an artifact, the cheapest first; the others are refused. Nothing is verified. */
	#claimed(reads, purse, costly) {
		const items = reads.filter((read) => "refused" in read || purse.pays(claimsCost(read), costly)).map((read) => claimed(read, this.#judged));
		this.#list(items.filter(isRefused$1));
		return items.filter(isPending).toSorted((a, b) => a.work - b.work);
	}
	/** Why there are no facts; empty where there are. */
	async #verify({ name, bundle, claims, trust }) {
		this.#spent.verified += 1;
		try {
			const facts = await verifyBundle(bundle, trust, claims);
			if (facts.kind === "blob") this.#evidence.push({
				path: name,
				facts
			});
			else {
				const subjects = this.#subjects.get(facts.payloadDigest) ?? facts.subjects;
				this.#subjects.set(facts.payloadDigest, subjects);
				this.#evidence.push({
					path: name,
					facts: {
						...facts,
						subjects
					}
				});
			}
			return [];
		} catch (error) {
			return [refusal(name, error)];
		}
	}
	#putOff(source, { digest, costly, isLast }) {
		const [cheapest] = costly.toSorted((a, b) => a.work - b.work);
		if (cheapest === void 0) return;
		const names = costly.map(({ name }) => name);
		const isWhole = names.includes(source.name);
		if (isLast) this.#leaveOut(names, `it takes ${cheapest.work} units of work, and all bundles together get no more than ${this.#limits.work}, the cheapest first`);
		else this.#deferred.push({
			source,
			digest,
			names: isWhole ? void 0 : new Set(names),
			work: cheapest.work
		});
	}
};
const digestOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** Facts of every bundle that is worth it, and why there are none of the others. */
const examine = (sources, { artifacts, trust }, limits = LIMITS) => {
	return new Examination({
		trust,
		known: knownArtifacts(artifacts.map(({ digests }) => digests)),
		filesFor: namesakesFirst(artifacts)
	}, limits).run(sources);
};
// actions/verify-before-deploy/src/evidence.ts
/** The policy, if it is the one that the workflow pins. Throws POLICY_DIGEST_MISMATCH or POLICY_INVALID. */
async function readPolicy(inputs) {
	const file = await selectFile(inputs.workspace, inputs.policy, "policy");
	const bytes = await readDocument(file, {
		limit: MAX_POLICY_BYTES,
		code: "POLICY_INVALID"
	});
	const actual = policyDigest(bytes);
	if (actual !== inputs.policyDigest) throw new ClawError("POLICY_DIGEST_MISMATCH", inputs.policyDigest === void 0 ? `Input policy-digest is empty; the policy in the workspace has the digest sha256:${actual}.` : `Input policy-digest: the policy in the workspace has the digest sha256:${actual}, which is not the one that is pinned.`);
	return parsePolicy(bytes);
}
const GIBIBYTE = 2 ** 30;
/** What was done, for the log. */
function shown({ files, bytes, work, equal, verified, unexamined }) {
	const read = `Evidence: ${files} files of ${(bytes / GIBIBYTE).toFixed(3)} of ${LIMITS.bytes / GIBIBYTE} GiB`;
	const done = `${verified} bundles verified with ${work} of ${LIMITS.work} units of work`;
	return `${read}${equal === 0 ? "" : `, ${equal} files equal to others`}, ${done}${unexamined === 0 ? "" : `; NOT LOOKED AT: ${unexamined}`}`;
}
/**
* Every bundle that the patterns name: verified, where it is about one of the artifacts, or refused with its
* reason. Throws EVIDENCE_NOT_FOUND.
*/
async function readEvidence(inputs, trust, artifacts) {
	const { sources, refused } = await findEvidence(inputs.workspace, inputs.bundles);
	const { evidence, expense } = await examine(sources, {
		artifacts,
		trust
	});
	return {
		evidence: [...refused, ...evidence].toSorted((a, b) => a.path < b.path ? -1 : 1),
		expense: shown(expense)
	};
}
// actions/verify-before-deploy/src/known-files.ts
/**
* Endings of bundles, which nothing that is deployed loads by itself. Without them `bundles: release/*` would
* excuse whatever lies in the folder.
*/
const BUNDLE_ENDINGS = [".sigstore.json", ".sigstore"];
/** Programs keep data and rules in such files too, and load all that a folder has: what is in them decides. */
const LINES_ENDING = ".jsonl";
const leadsToFolder = (path) => stat(path).then((stats) => stats.isDirectory(), () => false);
/** Whether each line is a bundle or an envelope, whoever signed it. */
async function holdsBundlesAlone(file, limit) {
	const bytes = await readDocument(file, {
		limit,
		code: "BUNDLE_INVALID"
	}).catch((error) => {
		if (error instanceof ClawError) return void 0;
		throw error;
	});
	return bytes !== void 0 && parseBundles(bytes, file.name).every((one) => "bundle" in one);
}
/** Those of the files that hold bundles alone, the smallest first, within the bytes that are read of bundles at all. */
async function linePaths(files) {
	const readable = files.flatMap((file) => "refused" in file ? [] : [file]);
	const sizes = await Promise.all(readable.map(async (file) => ({
		file,
		size: (await lstat(file.path)).size
	})));
	const paths = [];
	let left = LIMITS.bytes;
	for (const { file, size } of sizes.toSorted((a, b) => a.size - b.size)) {
		if (size > Math.min(left, MAX_BUNDLE_BYTES)) break;
		left -= size;
		if (await holdsBundlesAlone(file, size)) paths.push(file.path);
	}
	return paths;
}
async function bundlePaths({ workspace, bundles }) {
	const found = await findFiles(workspace, bundles, "bundles").catch((error) => {
		if (error instanceof ClawError && error.code === "ARTIFACT_NOT_FOUND") return [];
		throw error;
	});
	const isNamed = ({ name }) => bundles.includes(name) || BUNDLE_ENDINGS.some((ending) => name.endsWith(ending));
	const paths = found.filter(isNamed).map(({ path }) => path);
	const isFolder = await Promise.all(paths.map(leadsToFolder));
	const lines = found.filter((file) => !isNamed(file) && file.name.endsWith(LINES_ENDING));
	return [...paths.filter((_, index) => isFolder[index] !== true), ...await linePaths(lines)];
}
/** Absolute paths. Throws as `selectFile`. */
async function knownFiles(inputs) {
	const { workspace, policy, sources } = inputs;
	const single = [selectFile(workspace, policy, "policy"), ...sources.checksums === void 0 ? [] : [selectFile(workspace, sources.checksums, "checksums")]];
	const [bundles, files] = await Promise.all([bundlePaths(inputs), Promise.all(single)]);
	return [...bundles, ...files.map(({ path }) => path)];
}
// actions/verify-before-deploy/src/keys.ts
/** One row for each scheme of key URIs. */
const SOURCES = {
	gcpkms: (session) => googlePublicKey(session.google()),
	awskms: (session, uri) => awsPublicKey(session.aws(uri)),
	azurekms: (session, uri) => azurePublicKey(session.azure(uri)),
	hashivault: (session) => vaultPublicKey(session.vault())
};
async function policyKey(session, name, key) {
	if ("publicKey" in key) return trustedKey(name, key.publicKey, { algorithm: key.algorithm });
	if (isExampleKey(key.uri)) throw new ClawError("POLICY_INVALID", `The policy gives the attestor "${name}" the key of the documentation, ${key.uri}.`, { remedy: "Put the URI of your own key in its place, then review and pin the digest of the policy again." });
	const { publicKey, algorithm, uri } = await SOURCES[keyScheme(key.uri)](session, key.uri)(key.uri, key.algorithm);
	return trustedKey(name, publicKey, {
		algorithm,
		uri
	});
}
/**
* The keys of all attestors that have one, fetched in parallel. Throws POLICY_INVALID where two attestors
* have one key: its signatures would count for the first of them only.
*/
async function policyKeys(session, policy) {
	const keys = await Promise.all(policy.attestors.flatMap((one) => "key" in one ? [policyKey(session, one.name, one.key)] : []));
	const owners = new Map(keys.map(({ keyId, name }) => [keyId, name]));
	const second = keys.find(({ keyId, name }) => owners.get(keyId) !== name);
	if (second !== void 0) throw new ClawError("POLICY_INVALID", `The attestors "${second.name}" and "${owners.get(second.keyId) ?? ""}" have the same key.`, { remedy: "Define one of them, and name it in each entry." });
	return keys;
}
/** Hashes that the trusted signers sign files by, beside SHA-256. */
function hashesOf(keys, policy) {
	const ofKeys = keys.flatMap(({ algorithm }) => ALGORITHMS[algorithm].hash ?? []);
	const ofCertificates = policy.attestors.some((one) => "certificate" in one) ? [
		"sha256",
		"sha384",
		"sha512"
	] : [];
	return [.../* @__PURE__ */ new Set([...ofKeys, ...ofCertificates])];
}
// actions/verify-before-deploy/src/report.ts
const MAX_ARTIFACTS = 50;
/** Reasons and artifacts that one annotation names. */
const MAX_REASONS = 5;
/** `CODE (what: expected X, found Y)` for each reason, what to do, and how many bundles came less near. */
function because({ reasons, others }) {
	const told = reasons.slice(0, MAX_REASONS);
	const own = told.map(({ code, message }) => `${code} (${message})`);
	if (reasons.length > told.length) own.push(`and ${reasons.length - told.length} more`);
	const [first] = reasons;
	const where = first?.bundle === void 0 ? "" : ` in ${printable(first.bundle)}`;
	const remedies = new Set(told.map(({ remedy }) => remedy));
	return `${own.join("; ")}${where}. ${[...remedies].join(" ")}${othersOf(others)}`;
}
/** What the bundles that came less near fall short of, counted. */
function othersOf(others) {
	const total = others.reduce((sum, { count }) => sum + count, 0);
	const kinds = others.map(({ code, count, bundle, message }) => `${count} ${code} (${count > 1 ? "first " : ""}${printable(bundle)}: ${printable(message)})`);
	return total === 0 ? "" : ` ${total} other ${total === 1 ? "bundle" : "bundles"}: ${kinds.join(", ")}.`;
}
const deniedLines = ({ name, entries }) => entries.filter(({ satisfiedBy }) => satisfiedBy === void 0).map((entry) => `${printable(name)}, ${entry.entry}: ${because(entry)}`);
const denied = ({ decision }) => decision === "deny";
/** The denied artifacts with their reasons, for the annotation; those that it does not name are counted. */
function denialMessage(verdict) {
	const all = verdict.artifacts.filter(denied);
	const lines = all.slice(0, MAX_REASONS).flatMap(deniedLines);
	const rest = all.length - MAX_REASONS;
	const total = verdict.artifacts.length;
	return [
		`${all.length} of ${total} ${total === 1 ? "artifact" : "artifacts"} denied by the policy "${verdict.policy.name}".`,
		lines.join(" | "),
		...rest > 0 ? [`| and ${rest} more denied artifacts.`] : []
	].join(" ");
}
/** The verdict for the log: one line for each artifact, and one for each demand that a denied one does not meet. */
function logLines(verdict) {
	const sorted = [...verdict.artifacts.filter(denied), ...verdict.artifacts.filter((one) => !denied(one))];
	const shown = sorted.slice(0, MAX_ARTIFACTS);
	const rest = sorted.slice(MAX_ARTIFACTS);
	const cut = rest.filter(denied).length;
	return [
		`Policy ${verdict.policy.name} sha256:${verdict.policy.digest}`,
		...shown.flatMap((one) => [`${one.decision}: sha256:${one.digest} ${printable(one.name)}`, ...deniedLines(one).map((line) => `  ${line}`)]),
		...rest.length > 0 ? [`… and ${cut} more denied and ${rest.length - cut} more allowed artifacts`] : []
	];
}
// actions/verify-before-deploy/src/roots.ts
const refuse = (why) => new ClawError("TRUSTED_ROOT_INVALID", why);
const fileOf = (workspace, path) => selectFile(workspace, path, "policy, trusted root");
async function readPinned(workspace, { path, digest }) {
	const bytes = await readDocument(await fileOf(workspace, path), {
		limit: MAX_JSON_BYTES,
		code: "TRUSTED_ROOT_INVALID"
	});
	const actual = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
	if (actual === digest) return bytes;
	throw refuse(`"${printable(path)}" has the digest ${actual}, which is not the one that the policy pins.`);
}
async function readSigned(workspace, { bundle: path, attestors }, keys) {
	const bytes = await readDocument(await fileOf(workspace, path), {
		limit: MAX_BUNDLE_BYTES,
		code: "BUNDLE_INVALID"
	});
	const bundle = parseBundle(bytes, path);
	const facts = await verifyBundle(bundle, { keys: keys.filter(({ name }) => attestors.includes(name)) });
	if (facts.kind !== "statement" || facts.predicateType !== "https://open-claw.github.io/predicates/trusted-roots/v1" || bundle.content.kind !== "envelope") throw refuse(`The bundle "${printable(path)}" is no statement of type ${TRUSTED_ROOTS_TYPE}.`);
	return rootsFromStatement(parseStatement(bundle.content.payload).predicate, systemClock.now());
}
/** One root, or one on each line, as `gh attestation trusted-root` prints them. */
function documentsOf(bytes) {
	const lines = jsonLines(bytes);
	return lines === void 0 ? [bytes] : Array.from(lines, ({ document }) => document);
}
async function materialsOf(workspace, root, keys) {
	if ("bundle" in root) return readSigned(workspace, root, keys);
	if ("tuf" in root) {
		const { mirror, root: first } = root.tuf;
		return [await tufTrustedRoot({
			mirror: new URL(mirror),
			root: await readPinned(workspace, first)
		})];
	}
	return documentsOf(await readPinned(workspace, root)).map((document) => parseTrustedRoot(document, root.path));
}
/** The roots of the policy; undefined where it names none. Throws TRUSTED_ROOT_INVALID, TRUSTED_ROOT_UNAVAILABLE, or why a bundle of roots is refused. */
async function policyRoots(workspace, policy, keys) {
	if (policy.trustedRoots.length === 0) return void 0;
	const materials = await Promise.all(policy.trustedRoots.map((root) => materialsOf(workspace, root, keys)));
	return trustedRootsOf(materials.flat());
}
// actions/verify-before-deploy/src/summary.ts
/** Denied artifacts that are told of at once; the others are folded. */
const MAX_OPEN = 5;
/** Artifacts that are listed at all. */
const MAX_LISTED = 1e3;
const NAME_COLUMN = 36;
const ENTRY_COLUMN = 14;
const BUNDLE_COLUMN = 30;
const isDenied = ({ decision }) => decision === "deny";
const unmet = ({ satisfiedBy }) => satisfiedBy === void 0;
/** The code of the error for which a bundle was refused leads further than the one of the reason. */
const refusalLink = (found) => {
	const code = /^([A-Z][A-Z_]*): /.exec(found)?.[1];
	return code === void 0 ? "" : ` (${codeLink(code)})`;
};
const reasonLine = ({ code, what, expected, found, remedy }) => `- **${codeLink(code)}**${code === "EVIDENCE_REFUSED" ? refusalLink(found) : ""} ${codeText(what)}: expected ${codeText(expected)}, found ${codeText(found)}<br>${remedy}`;
const otherLine = ({ code, count, bundle, message }) => `- ${count} × ${codeLink(code)}, ${count === 1 ? "" : "first "}${codeText(bundle)}: ${codeText(message)}`;
/** Why one demand is not met: all that the nearest bundle lacks, and folded what the others do. */
function denial({ entry, reasons, others }) {
	const bundle = reasons[0]?.bundle;
	const total = others.reduce((sum, { count }) => sum + count, 0);
	return [
		`Demand ${codeSpan(entry)}${bundle === void 0 ? "" : `, nearest bundle ${codeText(bundle)}`}:`,
		reasons.map(reasonLine).join("\n"),
		total === 0 ? "" : folded(plural(total, "other bundle"), others.map(otherLine).join("\n"))
	].filter((part) => part !== "").join("\n\n");
}
const deniedSection = (artifact) => [`### ❌ ${codeText(artifact.name)} (SHA-256 ${shortDigest(artifact.digest)}…)`, ...artifact.entries.filter(unmet).map(denial)].join("\n\n");
function deniedSections(denied) {
	const open = denied.slice(0, MAX_OPEN).map(deniedSection);
	const rest = denied.slice(MAX_OPEN, MAX_LISTED).map(deniedSection);
	const more = denied.length - MAX_OPEN;
	return [...open, ...more > 0 ? [folded(plural(more, "more denied artifact"), rest.join("\n\n"))] : []].join("\n\n");
}
/** What decided nothing is said, so that nobody takes a timestamp that was never checked for one that was. */
function notChecked(artifacts) {
	const all = artifacts.flatMap(({ entries }) => entries.map(({ unverified }) => unverified));
	const sum = (of) => all.reduce((total, one) => total + of(one), 0);
	const [timestamps, logEntries] = [sum((one) => one.timestamps), sum((one) => one.logEntries)];
	return timestamps + logEntries === 0 ? [] : [`**Not checked**, since the policy has no trustedRoots: timestamps ${timestamps}, log entries ${logEntries}`];
}
const entryLine = ({ entry, satisfiedBy, attestor }) => `- **Demand** ${codeSpan(entry)} met by ${codeText(satisfiedBy ?? "")}, signed by ${codeSpan(attestor ?? "")}`;
function allowedTable(artifacts) {
	return markdownTable([
		"Artifact",
		"SHA-256",
		"Demand",
		"Met by"
	], artifacts.flatMap(({ name, digest, entries }) => entries.map(({ entry, satisfiedBy }) => [
		shortName(name, NAME_COLUMN),
		shortDigest(digest),
		shortName(entry, ENTRY_COLUMN),
		satisfiedBy === void 0 ? "nothing" : shortName(satisfiedBy, BUNDLE_COLUMN)
	])));
}
function allowedSection(allowed, isOnly) {
	const [only] = allowed;
	if (only === void 0) return [];
	if (isOnly) return [[
		`- **Artifact** ${codeText(only.name)}`,
		`- **SHA-256** ${codeSpan(only.digest)}`,
		...only.entries.map(entryLine)
	].join("\n")];
	const more = allowed.length - MAX_LISTED;
	const table = allowedTable(allowed.slice(0, MAX_LISTED));
	return [folded(`✅ ${plural(allowed.length, "allowed artifact")}`, more > 0 ? `${table}\n\nand ${more} more.` : table)];
}
const wholeOf = ({ name, digest, decision, entries }) => ({
	name,
	digest: `sha256:${digest}`,
	decision,
	demands: entries.map(({ entry, satisfiedBy, attestor, reasons }) => ({
		demand: entry,
		...satisfiedBy === void 0 ? { reasons: reasons.map(({ code, what, expected, found, bundle }) => ({
			code,
			what,
			expected,
			found,
			bundle
		})) } : {
			bundle: satisfiedBy,
			attestor
		}
	}))
});
function headline({ decision, artifacts }, denied) {
	return decision === "allow" ? `## ✅ ${plural(artifacts.length, "artifact")} allowed` : `## ❌ ${denied} of ${plural(artifacts.length, "artifact")} denied`;
}
/** The section of the summary of the job. */
function summaryOf(verdict) {
	const denied = verdict.artifacts.filter(isDenied);
	const allowed = verdict.artifacts.filter((artifact) => !isDenied(artifact));
	const isOnly = verdict.artifacts.length === 1;
	const { name, digest } = verdict.policy;
	return [
		headline(verdict, denied.length),
		...denied.length === 0 ? [] : [deniedSections(denied)],
		...isOnly ? allowedSection(allowed, true) : [],
		[`Policy ${codeText(name)}, SHA-256 ${codeSpan(digest)}`, ...notChecked(verdict.artifacts)].join("<br>"),
		...isOnly ? [] : allowedSection(allowed, false),
		folded("Whole names and digests, as JSON", jsonBlock([...denied, ...allowed].slice(0, MAX_LISTED).map(wholeOf)))
	].join("\n\n");
}
// actions/verify-before-deploy/src/run.ts
/** What the policy trusts. Logins are given back before anything is judged. */
async function trustOf(inputs, policy) {
	const session = openSession(inputs.cloud, "verify");
	try {
		const keys = await policyKeys(session, policy);
		return {
			keys,
			roots: await policyRoots(inputs.workspace, policy, keys)
		};
	} finally {
		await giveBack(session);
	}
}
async function run(inputs) {
	const policy = await readPolicy(inputs);
	const deployment = await selectDeployment(inputs.workspace, inputs.sources, await knownFiles(inputs));
	const trust = await trustOf(inputs, policy);
	const selected = await hashDeployment(deployment, hashesOf(trust.keys, policy));
	const known = artifactsOf(selected);
	const { evidence, expense } = await readEvidence(inputs, trust, known);
	log(expense);
	const artifacts = await withFurtherDigests(known, selected.files, evidence);
	const verdict = decide(policy, artifacts, evidence);
	for (const line of logLines(verdict)) log(line);
	await writeSummary(summaryOf(verdict));
	if (verdict.decision === "deny") throw new ClawError("DENIED", denialMessage(verdict));
	setOutputs({
		verdict: "allow",
		digests: JSON.stringify(verdict.artifacts.map(({ name, digest }) => ({
			name,
			digest: `sha256:${digest}`
		}))),
		"policy-digest": `sha256:${policy.digest}`
	});
}
export { run };
