// Runs before the first paint, so that a night desk never flashes white.
(function () {
  const kept = localStorage.getItem("cordon-theme");
  const dark = kept ? kept === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
