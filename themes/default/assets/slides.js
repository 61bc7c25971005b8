// The presentation of a digest.
