import type { Request } from "express";
import type { NavigationLink, Shell } from "../../views/models.js";
import { flashOf } from "./flash.js";
import { optionalLearnerOf } from "../security/session.js";

/** What the layout shows around the page that answers `request`: who is logged in, where they can go, and what just happened. */
export function shellOf(request: Request): Shell {
  const learner = optionalLearnerOf(request);
  const links = [
    { label: "Decks", url: "/decks" },
    { label: "Settings", url: "/settings" },
    ...(learner?.role === "owner" ? [{ label: "People", url: "/people" }] : []),
  ];
  return {
    learnerName: learner?.name ?? null,
    navigation:
      learner === null ? [] : links.map((link): NavigationLink => ({ ...link, isCurrent: isWithin(request.path, link.url) })),
    flash: flashOf(request),
    scheme: learner === null || learner.scheme === "auto" ? null : learner.scheme,
  };
}

function isWithin(path: string, url: string): boolean {
  return path === url || path.startsWith(`${url}/`);
}
