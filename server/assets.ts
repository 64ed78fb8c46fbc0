import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
}

/** One file as it goes over the wire. */
interface AssetReply {
  readonly type: string;
  readonly encoding: "br" | "gzip" | null;
  readonly bytes: Buffer;
}

/** The browser's files, as the build published them: read once, kept in memory (about 300 kB). */
export interface Assets {
  /** Address of the asset that `views/` calls `name`; it carries a hash, so it may be cached for ever. */
  readonly url: (name: string) => string;
  /** The published file in the best form that `acceptEncoding` allows; undefined if there is none of that name. */
  readonly read: (published: string, acceptEncoding: string) => AssetReply | undefined;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** Reads `folder` (`dist/assets`). Throws with the remedy when it was never built. */
export function loadAssets(folder: string): Assets {
  const manifestFile = join(folder, "manifest.json");
  if (!existsSync(manifestFile)) throw new Error("The assets are not built. Run: npm run build");
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Record<string, string>;
  const published = new Map(
    readdirSync(folder)
      .filter((name) => extname(name) in types)
      .map((name) => [name, readAsset(join(folder, name))]),
  );
  return {
    url: (name) => {
      const file = manifest[name];
      if (file === undefined) throw new Error(`There is no asset "${name}".`);
      return `/assets/${file}`;
    },
    read: (name, acceptEncoding) => {
      const asset = published.get(name);
      return asset && inBestForm(asset, acceptEncoding);
    },
  };
}

function readAsset(file: string): Asset {
  const form = (suffix: string) => (existsSync(file + suffix) ? readFileSync(file + suffix) : null);
  return {
    type: types[extname(file)] ?? "application/octet-stream",
    bytes: readFileSync(file),
    brotli: form(".br"),
    gzip: form(".gz"),
  };
}

function inBestForm(asset: Asset, acceptEncoding: string): AssetReply {
  if (asset.brotli && /\bbr\b/.test(acceptEncoding)) return { type: asset.type, encoding: "br", bytes: asset.brotli };
  if (asset.gzip && /\bgzip\b/.test(acceptEncoding)) return { type: asset.type, encoding: "gzip", bytes: asset.gzip };
  return { type: asset.type, encoding: null, bytes: asset.bytes };
}
