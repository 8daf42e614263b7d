import { __name } from "./rolldown-runtime.mjs";
import { bundlePaths, digestFiles, hashDeployment, readDocument, selectDeployment, selectFile } from "./files.mjs";
import { MAX_POLICY_BYTES, decide, parsePolicy, policyDigest } from "./policy.mjs";
import { ALGORITHMS, ClawError, MAX_BUNDLE_BYTES, MAX_JSON_BYTES, digestSet, jsonLines, line, parseBundle, parseBundles, parseStatement, printable, requiredSha256, trustedKey } from "./core.mjs";
import { bundleClaims, hashesToCompare, hashesToConfirm, knownArtifacts, mayBeAbout, verificationWork, verifyBundle } from "./core-verify.mjs";
import { TRUSTED_ROOTS_TYPE, parseTrustedRoot, readTrustedRoots, rootsFromStatement, tufTrustedRoot } from "./sigstore.mjs";
import { basename } from "node:path/posix";
import { createHash } from "node:crypto";
// packages/usecases/src/verify/digests.ts
/** Returns the selected artifacts, with the digests known so far. */
const selectedArtifacts = ({ subjects, files }) => subjects.map((subject) => {
	const { name } = subject;
	const digest = requiredSha256(subject);
	return {
		name,
		digest,
		source: files.has(name) ? "file" : "image",
		digests: digestSet([...files.get(name)?.digests ?? [], ["sha256", digest]])
	};
});
/** Returns the subjects of each statement once: one statement can be in thousands of bundles. */
const subjectIndexes = (evidence) => [...new Set(evidence.flatMap((item) => "facts" in item && item.facts.kind === "statement" ? [item.facts.subjects] : []))];
/** Finds the statements that have a digest, which avoids comparing each statement with each artifact. */
function byDigest(indexes) {
	const found = /* @__PURE__ */ new Map();
	for (const index of indexes) for (const key of index.byDigest.keys()) {
		const others = found.get(key);
		if (others === void 0) found.set(key, [index]);
		else others.push(index);
	}
	return (digests) => [...digests].flatMap(([hash, value]) => found.get(`${hash}:${value}`) ?? []);
}
/** Adds digests to an artifact. Its file must not have changed: digests of two contents would pass for one artifact. */
function extended(artifact, path, digests) {
	if (digests?.get("sha256") !== artifact.digest) throw new ClawError("ARTIFACT_CHANGED", `"${printable(path)}" changed between two readings.`);
	return {
		...artifact,
		digests: digestSet([...artifact.digests, ...digests])
	};
}
/**
* Adds every digest needed to compare `artifacts` with the subjects of the evidence. Images stay as they are.
* Throws as `digestFiles`.
*/
async function withFurtherDigests(artifacts, files, evidence) {
	const indexes = subjectIndexes(evidence);
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
// packages/usecases/src/verify/batches.ts
/** Limits of one batch; each document takes several times its size while it is read. */
const MAX_TOGETHER = {
	files: 64,
	bytes: 33554432
};
const totalSize = (documents) => documents.reduce((sum, { size }) => sum + size, 0);
/** Splits documents into batches that fit into memory, in their order. */
function splitIntoBatches(documents) {
	const batches = [];
	for (const document of documents) {
		const last = batches.at(-1);
		if (last !== void 0 && last.length < MAX_TOGETHER.files && totalSize(last) + document.size <= MAX_TOGETHER.bytes) last.push(document);
		else batches.push([document]);
	}
	return batches;
}
// packages/usecases/src/verify/evidence-list.ts
/** Refusals listed for one file. */
const MAX_LISTED = 16;
/** Turns an error into evidence that proves nothing: a bundle that anybody could have added must not veto a good one. */
function refusedEvidence(path, error) {
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
/** Makes evidence about artifacts that are not to be deployed. */
const evidenceAboutOthers = (path) => ({
	path,
	refused: {
		reason: "SUBJECT_MISMATCH",
		message: "it speaks about none of the artifacts"
	}
});
var EvidenceList = class {
	#items = [];
	/** One statement can be in many bundles; its subjects are kept once. */
	#subjects = /* @__PURE__ */ new Map();
	addFacts(path, facts) {
		if (facts.kind === "blob") this.#items.push({
			path,
			facts
		});
		else {
			const subjects = this.#subjects.get(facts.payloadDigest) ?? facts.subjects;
			this.#subjects.set(facts.payloadDigest, subjects);
			this.#items.push({
				path,
				facts: {
					...facts,
					subjects
				}
			});
		}
	}
	/** Adds refusals of one document. A file of thousands of bad lines must not fill the memory. */
	addRefused(items) {
		this.#items.push(...items.slice(0, MAX_LISTED));
		const next = items[MAX_LISTED];
		if (next === void 0 || "facts" in next) return;
		const message = `${next.refused.message} (and ${items.length - MAX_LISTED - 1} more like this)`;
		this.#items.push({
			path: next.path,
			refused: {
				...next.refused,
				message
			}
		});
	}
	/** Adds bundles that were not examined, and why. */
	addUnexamined(paths, why) {
		this.addRefused(paths.map((path) => ({
			path,
			refused: {
				reason: "EVIDENCE_NOT_EXAMINED",
				message: why
			}
		})));
	}
	/** Returns the evidence in the order of the paths. */
	sorted() {
		return this.#items.toSorted((a, b) => a.path < b.path ? -1 : 1);
	}
};
// packages/usecases/src/verify/reading-work.ts
const [BRACE, BRACKET, COMMA] = [
	123,
	91,
	44
];
/**
* Returns units of about a microsecond, as `verificationWork` does. Each value of a document follows one of three
* characters; checking, building and examining one takes two units. Such characters inside texts count too:
* base64 has none of them and prose has few.
*/
function readingWork(document) {
	let values = 1;
	for (let at = 0; at < document.length; at += 1) {
		const byte = document[at];
		if (byte === COMMA || byte === BRACE || byte === BRACKET) values += 1;
	}
	return 2 * values;
}
// packages/usecases/src/verify/claims.ts
/** Checks whether claims may be about an artifact. A digest by a hash that some artifact lacks so far excludes nothing. */
function isOfInterest(claims, { digests, hashes }) {
	if (claims === void 0) return true;
	if (claims.kind === "statement") return mayBeAbout(claims.subjects, {
		digests,
		hashes
	});
	return !hashes.has(claims.hash) || digests.has(`${claims.hash}:${claims.digest}`);
}
/** Returns the units of work to read the claims. */
const claimsWork = ({ bundle: { content } }) => content.kind === "envelope" ? readingWork(content.payload) : 0;
const isPending = (item) => "work" in item;
const isRefused = (item) => !("work" in item);
/** Returns a bundle that is worth verifying, or why it is not. */
function pendingOrRefused(read, { known, trust, filesFor }) {
	if ("refused" in read) return refusedEvidence(read.name, read.refused);
	try {
		const { name, bundle } = read;
		const { content } = bundle;
		const claims = content.kind === "unidentified" ? void 0 : bundleClaims(content);
		if (!isOfInterest(claims, known)) return evidenceAboutOthers(name);
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
		return refusedEvidence(read.name, error);
	}
}
/** Reads the claims that `purse` pays for. Nothing is verified. */
function readClaims(reads, judged, purse) {
	const items = reads.filter((read) => "refused" in read || purse.pays({
		name: read.name,
		work: claimsWork(read)
	})).map((read) => pendingOrRefused(read, judged));
	return {
		pending: items.filter(isPending).toSorted((a, b) => a.work - b.work),
		refused: items.filter(isRefused)
	};
}
// packages/usecases/src/verify/purse.ts
/** Units of work that one document may spend, and the tasks that they did not cover. */
var Purse = class {
	#left;
	#unpaid = [];
	spent = 0;
	constructor(allowance) {
		this.#left = allowance;
	}
	/** The tasks that the allowance did not cover. */
	get unpaid() {
		return this.#unpaid;
	}
	/** Spends the work of a task, and says whether there was enough. */
	pays({ name, work }) {
		const isEnough = work <= this.#left;
		if (isEnough) {
			this.#left -= work;
			this.spent += work;
		} else this.#unpaid.push({
			name,
			work
		});
		return isEnough;
	}
};
// packages/usecases/src/verify/document-examiner.ts
/** Returns the hexadecimal SHA-256 that identifies equal documents. */
const contentDigest = (bytes) => createHash("sha256").update(bytes).digest("hex");
var DocumentExaminer = class {
	#judged;
	#found;
	#counters;
	#digests = /* @__PURE__ */ new Set();
	/** Digests of documents with a bundle that does not say what it signs, so that the name of the file matters. */
	#judgedByName = /* @__PURE__ */ new Set();
	constructor(judged, found, counters) {
		this.#judged = judged;
		this.#found = found;
		this.#counters = counters;
	}
	/** Counts a document, and says whether an equal one was read already and nothing depends on its name. */
	isRepeated({ digest }) {
		const isKnown = this.#digests.has(digest);
		this.#counters[isKnown ? "equal" : "files"] += 1;
		this.#digests.add(digest);
		return isKnown && !this.#judgedByName.has(digest);
	}
	/**
	* Adds facts and refusals of the bundles of these names; undefined means all. Returns what was spent of the
	* allowance, and what it did not cover. Claims are read before the first await, so that one of two equal
	* documents is always the first.
	*/
	async examine({ name, bytes, digest }, allowance, names) {
		const purse = new Purse(allowance);
		if (purse.pays({
			name,
			work: readingWork(bytes)
		})) {
			const { pending, refused } = readClaims(parseBundles(bytes, name).filter((one) => names?.has(one.name) ?? true), this.#judged, purse);
			this.#found.addRefused(refused);
			if (pending.some(({ claims }) => claims === void 0)) this.#judgedByName.add(digest);
			await this.#verifyAll(pending, purse);
		}
		this.#counters.work += purse.spent;
		return purse;
	}
	async #verifyAll(pending, purse) {
		const refused = [];
		for (const one of pending) if (purse.pays(one)) refused.push(...await this.#verify(one));
		this.#found.addRefused(refused);
	}
	/** Adds the facts of a bundle, or returns why there are none. */
	async #verify({ name, bundle, claims, trust }) {
		this.#counters.verified += 1;
		try {
			this.#found.addFacts(name, await verifyBundle(bundle, trust, claims));
			return [];
		} catch (error) {
			return [refusedEvidence(name, error)];
		}
	}
};
// packages/usecases/src/verify/limits.ts
/**
* The largest realistic release has 4,096 files with a bundle each. Each of these bundles gets at least 256 KiB and
* 16,384 units of work: the largest public provenance has 100 kB and 4,000 values, and a keyless signature with
* two witnesses takes 10,400 units. All bytes and all units together take a minute or two on one core.
*/
const LIMITS = {
	files: 16384,
	bytes: 2 ** 30,
	work: 2 ** 26
};
// packages/usecases/src/verify/expense.ts
const noExpense = () => ({
	files: 0,
	bytes: 0,
	work: 0,
	equal: 0,
	verified: 0,
	unexamined: 0
});
const GIBIBYTE = 2 ** 30;
/** Returns the work done as a line for the log. */
function expenseLine({ files, bytes, work, equal, verified, unexamined }) {
	const read = line`Evidence: ${files} files of ${printable((bytes / GIBIBYTE).toFixed(3))} of ${LIMITS.bytes / GIBIBYTE} GiB`;
	const done = line`${verified} bundles verified with ${work} of ${LIMITS.work} units of work`;
	const same = equal === 0 ? line`` : line`, ${equal} files equal to others`;
	const left = unexamined === 0 ? line`` : line`; NOT LOOKED AT: ${unexamined}`;
	return line`${read}${same}, ${done}${left}`;
}
// packages/usecases/src/verify/namesakes.ts
/**
* Returns digests of the artifacts that the bundle is named after: `app.tgz.sigstore.json` is about `app.tgz`. If
* there are none, artifacts that its name begins with come first, and then any. Trying 64 for each bundle of a
* large release would cost more work than all of them get. Artifacts are found by the beginnings of a name, since
* there may be as many bundles as artifacts.
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
// packages/usecases/src/verify/examination.ts
/** Returns the work of the cheapest, without Math.min: there may be more than a call can have arguments. */
const cheapest = (costs) => costs.reduce((least, { work }) => Math.min(least, work), Infinity);
var Examination = class {
	#limits;
	#found = new EvidenceList();
	#counters = noExpense();
	#examiner;
	#deferred = [];
	#unread = [];
	constructor(judged, limits) {
		this.#limits = limits;
		this.#examiner = new DocumentExaminer(judged, this.#found, this.#counters);
	}
	async run(documents) {
		this.#refuse(documents.flatMap((one) => "refused" in one ? [one] : []));
		await this.#giveEachItsShare(documents.flatMap((one) => "refused" in one ? [] : [one]));
		await this.#spendTheRest();
		this.#leaveOut(this.#unread, `of all bundles together no more than ${this.#limits.bytes} bytes are read, the smallest first`);
		return {
			evidence: this.#found.sorted(),
			expense: this.#counters
		};
	}
	#refuse(documents) {
		for (const { name, refused } of documents) this.#found.addRefused([refusedEvidence(printable(name), refused)]);
	}
	async #giveEachItsShare(documents) {
		const sorted = documents.toSorted((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
		const first = sorted.slice(0, this.#limits.files);
		this.#leaveOut(sorted.slice(first.length).map(({ name }) => name), `no more than ${this.#limits.files} files are looked at, the smallest first`);
		const allowance = Math.floor(this.#limits.work / Math.max(1, first.length));
		for (const batch of splitIntoBatches(first)) {
			const affordable = batch.filter((document) => this.#claimBytes(document));
			const contents = await Promise.all(affordable.map((document) => this.#read(document)));
			await Promise.all(affordable.map((document, index) => this.#examineFirst(document, contents[index], allowance)));
		}
	}
	async #examineFirst(document, content, allowance) {
		if (content === void 0 || this.#examiner.isRepeated(content)) return;
		const purse = await this.#examiner.examine(content, allowance, void 0);
		this.#putOff(document, content.digest, purse);
	}
	/** Examines what cost more than its share, the cheapest first, with the units that others left. */
	async #spendTheRest() {
		for (const { document, digest, names } of this.#deferred.toSorted((a, b) => a.work - b.work)) {
			const content = this.#claimBytes(document) ? await this.#read(document, digest) : void 0;
			if (content === void 0) continue;
			const left = this.#limits.work - this.#counters.work;
			this.#giveUp(await this.#examiner.examine(content, left, names));
		}
	}
	#leaveOut(names, why) {
		this.#counters.unexamined += names.length;
		this.#found.addUnexamined(names, why);
	}
	#claimBytes({ name, size }) {
		const isAffordable = this.#counters.bytes + size <= this.#limits.bytes;
		if (isAffordable) this.#counters.bytes += size;
		else this.#unread.push(name);
		return isAffordable;
	}
	/** Reads a document. Returns undefined if it cannot be read, or its digest is no longer `expected`. */
	async #read(document, expected) {
		const { name } = document;
		try {
			const bytes = await document.read();
			const digest = contentDigest(bytes);
			if (expected !== void 0 && expected !== digest) throw new ClawError("ARTIFACT_CHANGED", `"${printable(name)}" changed between two readings.`);
			return {
				name,
				bytes,
				digest
			};
		} catch (error) {
			this.#found.addRefused([refusedEvidence(name, error)]);
			return;
		}
	}
	#putOff(document, digest, { unpaid }) {
		if (unpaid.length === 0) return;
		const names = unpaid.map(({ name }) => name);
		const isWhole = names.includes(document.name);
		this.#deferred.push({
			document,
			digest,
			names: isWhole ? void 0 : new Set(names),
			work: cheapest(unpaid)
		});
	}
	#giveUp({ unpaid }) {
		this.#leaveOut(unpaid.map(({ name }) => name), `it takes ${cheapest(unpaid)} units of work, and all bundles together get no more than ${this.#limits.work}, the cheapest first`);
	}
};
/** Returns the facts of every bundle that is worth verifying, and why the others have none. */
const examine = (documents, { artifacts, trust }, limits = LIMITS) => {
	return new Examination({
		trust,
		known: knownArtifacts(artifacts.map(({ digests }) => digests)),
		filesFor: namesakesFirst(artifacts)
	}, limits).run(documents);
};
// packages/usecases/src/verify/input-files.ts
/**
* Returns the absolute paths of the files that the gate reads for its other inputs: they may be next to the
* artifacts and need no exclusion. Throws as `selectFile`.
*/
async function inputFiles({ workspace, policy, sources, bundles }) {
	const single = [selectFile(workspace, policy, "policy"), ...sources.checksums === void 0 ? [] : [selectFile(workspace, sources.checksums, "checksums")]];
	const [paths, files] = await Promise.all([bundlePaths(workspace, bundles, LIMITS.bytes), Promise.all(single)]);
	return [...paths, ...files.map(({ path }) => path)];
}
// packages/usecases/src/verify/policy-file.ts
/** Reads the policy that the workflow pins. Throws POLICY_DIGEST_MISMATCH or POLICY_INVALID. */
async function readPinnedPolicy({ workspace, policy, policyDigest: pinned }, keyUris) {
	const file = await selectFile(workspace, policy, "policy");
	const bytes = await readDocument(file, {
		limit: MAX_POLICY_BYTES,
		code: "POLICY_INVALID"
	});
	const actual = policyDigest(bytes);
	if (actual !== pinned) throw new ClawError("POLICY_DIGEST_MISMATCH", pinned === void 0 ? `Input policy-digest is empty; the policy in the workspace has the digest sha256:${actual}.` : `Input policy-digest: the policy in the workspace has the digest sha256:${actual}, which is not the one that is pinned.`);
	return parsePolicy(bytes, keyUris);
}
// packages/usecases/src/verify/policy-keys.ts
async function policyKey(name, key, { session, keyUris }) {
	if ("publicKey" in key) return trustedKey(name, key.publicKey, { algorithm: key.algorithm });
	if (keyUris.isExample(key.uri)) throw new ClawError("POLICY_INVALID", `The policy gives the attestor "${name}" the key of the documentation, ${key.uri}.`, { remedy: "Put the URI of your own key in its place, then review and pin the digest of the policy again." });
	const { publicKey, algorithm, uri } = await session.publicKey(key.uri, key.algorithm);
	return trustedKey(name, publicKey, {
		algorithm,
		uri
	});
}
/**
* Returns the keys of all attestors that have one, fetched in parallel. Throws POLICY_INVALID if two attestors
* have one key: its signatures would count for the first of them only.
*/
async function policyKeys(policy, source) {
	const keys = await Promise.all(policy.attestors.flatMap((one) => "key" in one ? [policyKey(one.name, one.key, source)] : []));
	const owners = new Map(keys.map(({ keyId, name }) => [keyId, name]));
	const second = keys.find(({ keyId, name }) => owners.get(keyId) !== name);
	if (second !== void 0) throw new ClawError("POLICY_INVALID", `The attestors "${second.name}" and "${owners.get(second.keyId) ?? ""}" have the same key.`, { remedy: "Define one of them, and name it in each entry." });
	return keys;
}
/** Returns the hashes that the trusted signers may use for files, besides SHA-256. */
function signedHashes(policy, keys) {
	const keyHashes = keys.flatMap(({ algorithm }) => ALGORITHMS[algorithm].hash ?? []);
	const certificateHashes = policy.attestors.some((one) => "certificate" in one) ? [
		"sha256",
		"sha384",
		"sha512"
	] : [];
	return [.../* @__PURE__ */ new Set([...keyHashes, ...certificateHashes])];
}
// packages/usecases/src/verify/policy-roots.ts
const invalid = (why) => new ClawError("TRUSTED_ROOT_INVALID", why);
const rootFile = (workspace, path) => selectFile(workspace, path, "policy, trusted root");
async function readPinned(workspace, { path, digest }) {
	const bytes = await readDocument(await rootFile(workspace, path), {
		limit: MAX_JSON_BYTES,
		code: "TRUSTED_ROOT_INVALID"
	});
	const actual = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
	if (actual === digest) return bytes;
	throw invalid(`"${printable(path)}" has the digest ${actual}, which is not the one that the policy pins.`);
}
async function readSigned({ bundle: path, attestors }, { workspace, keys, clock }) {
	const bytes = await readDocument(await rootFile(workspace, path), {
		limit: MAX_BUNDLE_BYTES,
		code: "BUNDLE_INVALID"
	});
	const bundle = parseBundle(bytes, path);
	const facts = await verifyBundle(bundle, { keys: keys.filter(({ name }) => attestors.includes(name)) });
	if (facts.kind !== "statement" || facts.predicateType !== "https://open-claw.github.io/predicates/trusted-roots/v1" || bundle.content.kind !== "envelope") throw invalid(`The bundle "${printable(path)}" is no statement of type ${TRUSTED_ROOTS_TYPE}.`);
	return rootsFromStatement(parseStatement(bundle.content.payload).predicate, clock.now());
}
/** Splits one root, or one on each line, as `gh attestation trusted-root` prints them. */
function splitDocuments(bytes) {
	const lines = jsonLines(bytes);
	return lines === void 0 ? [bytes] : Array.from(lines, ({ document }) => document);
}
async function readRoots(root, sources) {
	if ("bundle" in root) return readSigned(root, sources);
	if ("tuf" in root) {
		const { mirror, root: first } = root.tuf;
		const pinned = await readPinned(sources.workspace, first);
		return [await tufTrustedRoot({
			mirror: new URL(mirror),
			root: pinned,
			clock: sources.clock
		})];
	}
	return splitDocuments(await readPinned(sources.workspace, root)).map((document) => parseTrustedRoot(document, root.path));
}
/**
* Returns the roots of the policy; undefined if it names none. Throws TRUSTED_ROOT_INVALID,
* TRUSTED_ROOT_UNAVAILABLE, or the refusal of a bundle of roots.
*/
async function policyRoots(policy, sources) {
	if (policy.trustedRoots.length === 0) return void 0;
	const materials = await Promise.all(policy.trustedRoots.map((root) => readRoots(root, sources)));
	return readTrustedRoots(materials.flat());
}
// packages/usecases/src/verify/trust.ts
/** Fetches the keys and roots that the policy trusts. Logins are given back before anything is judged. */
async function establishTrust(policy, { workspace }, { openKeys, keyUris, clock }) {
	await using session = openKeys();
	const keys = await policyKeys(policy, {
		session,
		keyUris
	});
	return {
		keys,
		roots: await policyRoots(policy, {
			workspace,
			keys,
			clock
		})
	};
}
// packages/usecases/src/verify/verify.ts
/**
* Pinned policy → subjects → evidence → facts → verdict. Throws a ClawError if the policy cannot decide: only a
* verdict can say yes.
*/
async function verify$1(request, ports) {
	const policy = await readPinnedPolicy(request, ports.keyUris);
	const deployment = await selectDeployment(request.workspace, request.sources, await inputFiles(request));
	const trust = await establishTrust(policy, request, ports);
	const selected = await hashDeployment(deployment, signedHashes(policy, trust.keys));
	const documents = await ports.evidence.find(selected.subjects);
	const known = selectedArtifacts(selected);
	const { evidence, expense } = await examine(documents, {
		artifacts: known,
		trust
	});
	ports.log(expenseLine(expense));
	const artifacts = await withFurtherDigests(known, selected.files, evidence);
	return decide(policy, artifacts, evidence);
}
__name(verify$1, "verify");
export { verify$1 as verify };
