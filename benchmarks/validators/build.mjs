// Bundles the contenders: build.mjs WORK_FOLDER
//
// WORK_FOLDER holds `contract/` (our package) and `peers/` (the contenders' modules, typia's already
// transformed). Written are `<name>.mjs`, all four kinds of a contender, and `size-<name>-<kind>.mjs`,
// what a page pays for one kind with all errors.
import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const work = resolve(process.argv[2]);
const here = import.meta.dirname;
const common = {
  bundle: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
  conditions: ["import", "module", "default"],
  target: "es2022",
  logLevel: "error",
  nodePaths: [join(here, "node_modules"), join(work, "modules")],
};
const names = readdirSync(join(work, "peers"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(".ts", ""));
const sizes = {};
for (const name of names) {
  const entry = join(work, "peers", `${name}.ts`);
  await build({ ...common, entryPoints: [entry], outfile: join(work, `${name}.mjs`) });
  sizes[name] = {};
  for (const kind of ["User", "Tree"]) {
    const outfile = join(work, `size-${name}-${kind}.mjs`);
    const contents = `export { ${kind}_ } from ${JSON.stringify(entry)};`;
    const stdin = { contents, resolveDir: work };
    await build({ ...common, stdin, outfile, minify: true, treeShaking: true });
    sizes[name][kind] = gzipSync(readFileSync(outfile), { level: 9 }).length;
  }
}
writeFileSync(join(work, "sizes.json"), JSON.stringify(sizes));
