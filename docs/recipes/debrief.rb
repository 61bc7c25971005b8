# A Homebrew formula for a tap of your own. Write in where the source archive stands, and its SHA-256.
class Debrief < Formula
  desc "Turns a folder of post-incident reviews into a published learning library"
  homepage "https://example.com/debrief"
  url "https://example.com/debrief-0.1.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license any_of: ["MIT", "Apache-2.0"]

  depends_on "rust" => :build

  def install
    system "cargo", "install", *std_cargo_args
    generate_completions_from_executable(bin/"debrief", "completions")
    (man1/"debrief.1").write Utils.safe_popen_read(bin/"debrief", "man")
  end

  test do
    system bin/"debrief", "init", testpath/"reviews"
    system bin/"debrief", "check", testpath/"reviews"
  end
end
