using System.Security.Cryptography;
using System.Text;
using Geborgen.Support;

namespace Geborgen.Access.Tests;

public sealed class KeyRingTests : IDisposable
{
    static readonly byte[] Words = Encoding.UTF8.GetBytes("999990019");

    readonly TemporaryFolder folder = new("keys");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_start_makes_a_key_that_only_the_service_may_read()
    {
        Assert.Equal(1, KeyRing.Open(folder.Path).Newest);
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void What_is_protected_is_readable_again_and_never_the_same_twice()
    {
        var ring = KeyRing.Open(folder.Path);
        var (first, second) = (ring.Protect("bsn", Words), ring.Protect("bsn", Words));
        Assert.NotEqual(first.Bytes, second.Bytes);
        Assert.Equal(Words, ring.Unprotect("bsn", first));
    }

    [Fact]
    public void Another_purpose_or_a_changed_byte_is_refused()
    {
        var ring = KeyRing.Open(folder.Path);
        var sealedWords = ring.Protect("bsn", Words);
        Assert.ThrowsAny<CryptographicException>(() => ring.Unprotect("other", sealedWords));
        sealedWords.Bytes[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => ring.Unprotect("bsn", sealedWords));
        Assert.ThrowsAny<CryptographicException>(() => ring.Unprotect("bsn", new Protected(9, sealedWords.Bytes)));
    }

    [Fact]
    public void After_a_new_key_old_content_is_still_read_and_still_found()
    {
        var before = KeyRing.Open(folder.Path);
        var (content, hash) = (before.Protect("bsn", Words), before.Lookup("bsn", "999990019").Single());
        KeyRing.AddKey(folder.Path);
        var after = KeyRing.Open(folder.Path);
        Assert.Equal((2, 2), (after.Newest, after.Protect("bsn", Words).KeyId));
        Assert.Equal(Words, after.Unprotect("bsn", content));
        var candidates = after.Lookup("bsn", "999990019");
        Assert.Equal([2, 1], candidates.Select(candidate => candidate.KeyId));
        Assert.Equal(hash.Hash, candidates[1].Hash);
    }

    [Fact]
    public void A_lookup_differs_by_value_purpose_and_ring()
    {
        using var other = new TemporaryFolder("keys");
        var ring = KeyRing.Open(folder.Path);
        byte[][] hashes =
        [
            ring.Lookup("bsn", "999990019")[0].Hash, ring.Lookup("bsn", "999990020")[0].Hash,
            ring.Lookup("other", "999990019")[0].Hash, KeyRing.Open(other.Path).Lookup("bsn", "999990019")[0].Hash,
        ];
        Assert.Equal(4, hashes.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(hashes[0], ring.Lookup("bsn", "999990019")[0].Hash);
    }

    [Fact]
    public void A_key_that_others_may_read_is_refused()
    {
        KeyRing.Open(folder.Path);
        File.SetUnixFileMode(Path.Combine(folder.Path, "1.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Throws<InvalidOperationException>(() => KeyRing.Open(folder.Path));
    }

    [Fact]
    public void Two_first_starts_at_once_agree_on_one_key()
    {
        for (var round = 0; round < 100; round++)
        {
            using var place = new TemporaryFolder("keys");
            var rings = new KeyRing[8];
            Parallel.For(0, rings.Length, at => rings[at] = KeyRing.Open(place.Path));
            var content = rings[0].Protect("bsn", Words);
            Assert.All(rings, ring => Assert.Equal(Words, ring.Unprotect("bsn", content)));
            Assert.Single(Directory.GetFiles(place.Path));
        }
    }
}
